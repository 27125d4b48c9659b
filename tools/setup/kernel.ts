/** The TypeScript kernel, registered in the project's own environment and nowhere else. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../common/files";
import { ROOT, VENV } from "../common/project";
import type { Step } from "./step";

const FOLDER = join(VENV, "share", "jupyter", "kernels", "tslab");
const SPEC = join(FOLDER, "kernel.json");

const spec = {
  display_name: "TypeScript",
  language: "typescript",
  argv: [
    process.execPath,
    join(ROOT, "tools", "kernel", "main.cjs"),
    "kernel",
    "--config-path",
    "{connection_file}",
  ],
  env: {
    // TensorFlow's log stays out of the terminal;
    TF_CPP_MIN_LOG_LEVEL: "2",
    // and its sums run in an order that depends on neither the processor nor the number of cores,
    // so that a training run gives the same numbers everywhere.
    TF_ENABLE_ONEDNN_OPTS: "0",
    TF_NUM_INTRAOP_THREADS: "1",
    // Matrices of notebooks are small: one thread is faster than two that wait for each other.
    OPENBLAS_NUM_THREADS: "1",
  },
};

export const kernel: Step = {
  name: "kernel",
  title: "TypeScript kernel for Jupyter",
  key: () => JSON.stringify(spec),
  outputs: [SPEC],
  work: () => {
    mkdirSync(FOLDER, { recursive: true });
    writeWhole(SPEC, `${JSON.stringify(spec, null, 2)}\n`);
  },
};
