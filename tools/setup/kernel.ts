/** The TypeScript kernel, registered in the project's own environment and nowhere else. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { hashFiles, writeWhole } from "../common/files";
import { ROOT, VENV } from "../common/project";
import { compiled } from "./compile";
import type { Step } from "./step";

/** Its name in Jupyter, which the notebooks store. */
export const KERNEL = "tslab";

const FOLDER = join(VENV, "share", "jupyter", "kernels", KERNEL);
const SPEC = join(FOLDER, "kernel.json");
const CODE = join(ROOT, "tools", "kernel");
const LOGO = join(__dirname, "kernelspec", "logo.svg");

/** The pictures that Jupyter looks for beside kernel.json: JupyterLab takes the first, others the rest. */
function icons(): [file: string, content: string | Buffer][] {
  const svg = readFileSync(LOGO, "utf8");
  const raster = (width: number) =>
    new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng();
  return [
    ["logo-svg.svg", svg],
    ["logo-64x64.png", raster(64)],
    ["logo-32x32.png", raster(32)],
  ];
}

/** What kernel.json holds. */
export const spec = {
  display_name: "TypeScript",
  language: "typescript",
  // A cell that computes is stopped from another thread, which a signal would not reach.
  interrupt_mode: "message",
  kernel_protocol_version: "5.5",
  argv: [
    process.execPath,
    // Node keeps a stack of its own beside JavaScript's, and aborts where they part; code that is
    // ended by force in a timer makes them part.
    "--no-force-async-hooks-checks",
    join(CODE, "dist", "main.js"),
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
    // The C library keeps memory apart for each of a kernel's threads; two parts do, and save 20 MB.
    MALLOC_ARENA_MAX: "2",
  },
};

/** Its code, compiled as lib/ is. */
export const kernelCode = compiled(
  "kernel-code",
  "TypeScript kernel: compile tools/kernel/",
  CODE,
  ["main.js", join("wire", "main.js"), join("language", "main.js")],
);

export const kernel: Step = {
  name: "kernel",
  title: "TypeScript kernel for Jupyter",
  key: () => `${JSON.stringify(spec)} ${hashFiles([LOGO])}`,
  outputs: [SPEC],
  work: () => {
    mkdirSync(FOLDER, { recursive: true });
    for (const [file, content] of icons()) writeWhole(join(FOLDER, file), content);
    writeWhole(SPEC, `${JSON.stringify(spec, null, 2)}\n`);
  },
};
