import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What nbconvert made of one file: the body of its page, or what went wrong. */
export interface Converted {
  path: string;
  body?: string;
  error?: string;
}

/** The interpreter of a virtual environment. */
export function pythonOf(venv: string): string {
  const windows = join(venv, "Scripts", "python.exe");
  return existsSync(windows) ? windows : join(venv, "bin", "python");
}

/** A file to convert; with a text, that stands for what the file would hold. */
export interface Convertible {
  path: string;
  text?: string;
}

/**
 * Converts notebooks and Markdown files with nbconvert and our template, in one process.
 *
 * @param venv - Virtual environment that holds nbconvert.
 * @param files - Absolute paths, or texts of Markdown with a name.
 * @param onPage - Called with each answer as it comes, in the order of `files`.
 * @throws Error if Python is missing or dies.
 */
export async function convert(
  venv: string,
  files: readonly Convertible[],
  onPage: (converted: Converted) => Promise<void>,
): Promise<void> {
  if (files.length === 0) return;
  const python = pythonOf(venv);
  if (!existsSync(python)) {
    throw new Error(`export needs nbconvert, and ${python} is missing: run npm run setup`);
  }
  const child = spawn(python, ["-m", "mml_export"], {
    env: { ...process.env, PYTHONPATH: join(__dirname, "python"), PYTHONDONTWRITEBYTECODE: "1" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  child.stdin.on("error", () => {}); // a child that died is reported by its exit code
  child.stdin.end(files.map((file) => `${JSON.stringify(file)}\n`).join(""));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  let answers = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const answer = JSON.parse(line) as Omit<Converted, "path">;
    await onPage({ ...answer, path: (files[answers] as Convertible).path });
    answers += 1;
  }
  const status = await ended;
  if (status !== 0 || answers !== files.length) {
    throw new Error(`nbconvert ended with status ${status}:\n${complaint.trim().slice(-2000)}`);
  }
}
