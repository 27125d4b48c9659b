/**
 * The native backend of @tensorflow/tfjs-node, without the storage host its own installer needs:
 * libtensorflow comes from TensorFlow's wheel, the addon is compiled from the package's own sources.
 * Both are kept in .cache, in folders named after what they are made from, so that a new
 * `npm ci` fetches and compiles nothing.
 */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { join, relative } from "node:path";
import { Problem } from "../common/problem";
import { CACHE, ROOT } from "../common/project";
import { runCommand } from "./command";
import { tensorflowWheel } from "./pins";
import { fullDisk } from "./remedies";
import type { Step } from "./step";
import { unpackWheel } from "./wheels";

const PACKAGE = join(ROOT, "node_modules", "@tensorflow", "tfjs-node");
const ADDON = join(PACKAGE, "lib", "napi-v8", "tfjs_binding.node");
const LIBRARIES = join(PACKAGE, "deps", "lib");
const NODE_HEADERS = join(ROOT, "node_modules", "node-api-headers", "include");
const SOURCES = ["tfjs_backend.cc", "tfjs_binding.cc"];

const macOS = process.platform === "darwin";
const libraryNames = ["tensorflow_cc", "tensorflow_framework"].map((name) =>
  macOS ? `lib${name}.2.dylib` : `lib${name}.so.2`,
);
const WHEEL_PARTS = [
  ...libraryNames.map((name) => `tensorflow/${name}`),
  ...["tensorflow/c", "tensorflow/core/platform", "tsl", "xla/tsl"].map(
    (folder) => `tensorflow/include/${folder}/*`,
  ),
];

/** Removes folders of the same family made from other versions. */
function removeOthers(prefix: string, keep: string): void {
  for (const name of readdirSync(CACHE)) {
    if (name.startsWith(prefix) && name !== keep) rmSync(join(CACHE, name), { recursive: true });
  }
}

/** The folder `tensorflow/` of the wheel: libraries and headers. */
async function libtensorflow(): Promise<string> {
  const wheel = tensorflowWheel();
  const name = `libtensorflow-${wheel.version}-${wheel.sha256.slice(0, 12)}`;
  const folder = join(CACHE, name);
  if (!existsSync(folder)) {
    console.log(`  TensorFlow ${wheel.version}: 260 MB from PyPI, 900 MB unpacked …`);
    await unpackWheel(wheel, WHEEL_PARTS, folder);
    removeOthers("libtensorflow-", name);
  }
  return join(folder, "tensorflow");
}

async function findCompiler(): Promise<string | undefined> {
  for (const program of [process.env.CXX, "g++", "clang++", "c++"]) {
    if (program && (await runCommand(program, ["--version"])).code === 0) return program;
  }
  return undefined;
}

function compilerFlags(tensorflow: string): string[] {
  const link = macOS
    ? ["-undefined", "dynamic_lookup", "-Wl,-rpath,@loader_path/../../deps/lib"]
    : ["-Wl,-rpath,$ORIGIN/../../deps/lib"];
  return [
    ...["-O2", "-fPIC", "-shared", "-std=c++17", "-DNAPI_VERSION=8", ...link],
    ...[NODE_HEADERS, join(tensorflow, "include"), PACKAGE].map((folder) => `-I${folder}`),
    ...SOURCES.map((name) => join(PACKAGE, "binding", name)),
    ...libraryNames.map((name) => join(tensorflow, name)),
  ];
}

async function compile(compiler: string): Promise<string> {
  const tensorflow = await libtensorflow();
  const flags = compilerFlags(tensorflow);
  const hash = createHash("sha256").update(JSON.stringify([compiler, flags, process.arch]));
  for (const name of SOURCES) hash.update(readFileSync(join(PACKAGE, "binding", name)));
  const name = `tfjs-addon-${hash.digest("hex").slice(0, 12)}`;
  const folder = join(CACHE, name);
  if (!existsSync(folder)) {
    console.log(`  compiling the addon of tfjs-node with ${compiler} …`);
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    const ran = await runCommand(compiler, [...flags, "-o", join(partial, "tfjs_binding.node")]);
    if (ran.code !== 0) {
      rmSync(partial, { recursive: true });
      if (/No space left on device/.test(ran.output)) throw fullDisk();
      throw new Problem(
        `${compiler} could not compile the addon of tfjs-node:\n${ran.output.slice(0, 2000)}`,
      );
    }
    renameSync(partial, folder);
    removeOthers("tfjs-addon-", name);
  }
  return join(folder, "tfjs_binding.node");
}

/** Puts addon and libraries where the package looks for them. */
async function install(compiler: string): Promise<void> {
  const addon = await compile(compiler);
  const tensorflow = await libtensorflow();
  rmSync(LIBRARIES, { recursive: true, force: true });
  mkdirSync(join(PACKAGE, "deps"), { recursive: true });
  symlinkSync(relative(join(PACKAGE, "deps"), tensorflow), LIBRARIES);
  mkdirSync(join(ADDON, ".."), { recursive: true });
  // moved into place: a kernel that runs has the old file mapped, and would crash if it were overwritten
  copyFileSync(addon, `${ADDON}.partial`);
  renameSync(`${ADDON}.partial`, ADDON);
}

/** The package's own installer: it needs a storage host besides the registries. */
async function ownInstaller(): Promise<void> {
  const ran = await runCommand("npm", [
    "rebuild",
    "--ignore-scripts=false",
    "@tensorflow/tfjs-node",
  ]);
  if (ran.code === 0 && existsSync(ADDON)) return;
  throw new Problem(
    "No C++ compiler was found, and tfjs-node's own download of a compiled addon failed too. Either\n" +
      "  install a compiler (Debian and Ubuntu: sudo apt install g++; macOS: xcode-select --install), or\n" +
      "  connect to a network that reaches storage.googleapis.com,\n" +
      "and run the command again.",
  );
}

/** The backend may load and still fail at the first operation, so one is made. */
async function verify(): Promise<void> {
  const program = join(__dirname, "verifyTensorflow.ts");
  const ran = await runCommand(process.execPath, ["--import", "tsx", program], {
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: "2" },
  });
  if (ran.code !== 0) {
    throw new Problem(
      `tfjs-node does not compute on its native backend (Node ${process.versions.node}):\n${ran.output.trim().slice(-1500)}`,
    );
  }
}

export const tensorflow: Step = {
  name: "tensorflow",
  title: "TensorFlow for Node: library and addon",
  key: () =>
    `${tensorflowWheel().sha256} ${readFileSync(join(PACKAGE, "package.json"), "utf8").length}`,
  outputs: [ADDON, ...(macOS ? [] : [join(LIBRARIES, libraryNames[0]!)])],
  work: async () => {
    const compiler = await findCompiler();
    await (compiler ? install(compiler) : ownInstaller());
    await verify();
  },
};
