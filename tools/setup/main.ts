/** Sets up whatever is missing, in order; nothing to do takes half a second. */
import { jupyter } from "./jupyter";
import { kernel, kernelCode } from "./kernel";
import { library } from "./library";
import { openblas } from "./openblas";
import { python } from "./python";
import { runSteps } from "./step";
import { tensorflow } from "./tensorflow";

export const usage = `npm run setup

Sets up whatever is missing: the npm packages, the Python environment with JupyterLab, the kernel,
OpenBLAS, TensorFlow and the compiled library. Every other command does so first.`;

export async function main(): Promise<number> {
  await runSteps([python, kernel, kernelCode, jupyter, openblas, tensorflow, library]);
  return 0;
}
