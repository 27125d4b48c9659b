/** The project's own Python environment: JupyterLab, nbconvert and the Plotly renderer, pinned by hash. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hashFiles } from "../common/files";
import { Problem } from "../common/problem";
import { ROOT, VENV, venvProgram } from "../common/project";
import { runCommand } from "./command";
import { pip } from "./pip";
import type { Step } from "./step";

const REQUIREMENTS = join(ROOT, "requirements.txt");
const MINIMUM = [3, 10] as const;

/** A Python that is new enough: `$PYTHON`, `python3` or `python`. */
async function findPython(): Promise<string> {
  const wanted = MINIMUM.join(".");
  const seen: string[] = [];
  for (const program of [process.env.PYTHON, "python3", "python"]) {
    if (!program) continue;
    const ran = await runCommand(program, [
      "-c",
      "import sys; print('%d.%d' % sys.version_info[:2])",
    ]);
    const [major = 0, minor = 0] = ran.output.trim().split(".").map(Number);
    if (ran.code !== 0) continue;
    if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return program;
    seen.push(`${program} is ${major}.${minor}`);
  }
  throw new Problem(
    `Python ${wanted} or newer is needed${seen.length ? `, ${seen.join(" and ")}` : " and no python3 was found"}.\n` +
      "Install it (Debian and Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python), or name one with PYTHON=/path/to/python3, and run the command again.",
  );
}

async function makeVenv(): Promise<void> {
  const python = await findPython();
  rmSync(VENV, { recursive: true, force: true });
  const made = await runCommand(python, ["-m", "venv", VENV]);
  if (made.code !== 0 || !existsSync(venvProgram("python"))) {
    rmSync(VENV, { recursive: true, force: true });
    if (/ensurepip|No module named venv/.test(made.output)) {
      throw new Problem(
        `${python} has no venv module. Install it (Debian and Ubuntu: sudo apt install python3-venv) and run the command again.`,
      );
    }
    throw new Problem(`${python} could not make the environment .venv:\n${made.output.trim()}`);
  }
}

export const python: Step = {
  name: "python",
  title: "Python environment: JupyterLab, nbconvert, Plotly (350 MB on disk, from PyPI)",
  // The environment holds absolute paths, so a moved project needs a new one.
  key: () => `${hashFiles([REQUIREMENTS])} ${ROOT}`,
  outputs: [venvProgram("python"), venvProgram("jupyter-lab"), venvProgram("jupyter-nbconvert")],
  work: async () => {
    await makeVenv();
    await pip(
      ["install", "--require-hashes", "--only-binary=:all:", "-r", REQUIREMENTS],
      "install the Python packages of requirements.txt",
    );
  },
};
