/** `npm start`: JupyterLab on this machine. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { jupyterEnv } from "../common/jupyter";
import { Problem } from "../common/problem";
import { ROOT, START_DIR, venvProgram } from "../common/project";

export const usage = `npm start [-- PATH] [--OPTION=VALUE…]

Sets up what is missing and opens JupyterLab at the course's README, or at the notebook or folder PATH.
Options go to JupyterLab: --port=8900, --no-browser, …`;

/** Finds PATH from where the user stands or from the project's root; it must lie inside the project. */
export function locate(path: string, from = START_DIR): string {
  const candidates = [resolve(from, path), resolve(ROOT, path)];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (!found) {
    throw new Problem(`There is no ${path}, neither in ${from} nor in the course's folder.`);
  }
  const inside = relative(ROOT, found);
  if (inside.startsWith("..")) {
    throw new Problem(
      `${path} is outside the course's folder; JupyterLab serves only what is in it.`,
    );
  }
  return inside;
}

/** JupyterLab's address for a file of the project. */
export const labUrl = (inside: string): string =>
  `/lab/tree/${inside.split(sep).map(encodeURIComponent).join("/")}`;

/** JupyterLab's options for this machine and user; token and localhost stay as Jupyter sets them. */
export function labArguments(url: string, env = process.env, root = process.getuid?.() === 0) {
  const display = process.platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  return [
    `--ServerApp.root_dir=${ROOT}`,
    `--LabApp.default_url=${url}`,
    ...(display && !env.CI ? [] : ["--no-browser"]),
    ...(root ? ["--allow-root"] : []),
  ];
}

export async function main(args: string[]): Promise<number> {
  const options = args.filter((arg) => arg.startsWith("-"));
  const paths = args.filter((arg) => !arg.startsWith("-"));
  if (paths.length > 1) {
    throw new Problem(`One notebook at a time, got ${paths.length}: ${paths.join(", ")}`);
  }
  const url = labUrl(locate(paths[0] ?? "README.md", paths[0] ? START_DIR : ROOT));
  const child = spawn(
    venvProgram("python"),
    ["-m", "jupyterlab", ...labArguments(url), ...options],
    {
      cwd: ROOT,
      env: jupyterEnv,
      stdio: "inherit",
    },
  );
  // Ctrl-C reaches JupyterLab by the terminal, which asks once and then stops its kernels.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => child.kill("SIGTERM"));
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("exit", (code, signal) => done(signal ? 130 : (code ?? 1)));
  });
}
