/** Compiles and runs code, and says how it ended. */
import type { Help } from "../../messages";
import { refusal } from "../errors/diagnostics";
import { labelOf } from "../errors/sources";
import { errorContent } from "../errors/traceback";
import { importsOf } from "../modules/scan";
import type { ErrorContent } from "../output/output";
import { restoreGlobals } from "../run/guard";
import { Interrupted } from "../run/interrupts";
import { type Run, within } from "../run/run";
import type { Parts } from "./parts";

/** A value, an error, or the documentation that was asked for. */
export type Ended = { value: unknown } | { error: ErrorContent } | Help;

const putBack = (names: readonly string[]): string =>
  `The cell replaced ${names.join(", ")}; the kernel works with the original, and has put it back.\n`;

/**
 * @param run - Whom all that it does belongs to.
 * @param count - The number of the code, under which errors name it.
 */
export async function runCode(
  parts: Parts,
  run: Run,
  code: string,
  count = run.count!,
): Promise<Ended> {
  const { ask, evaluate, modules, output, sources, stacks } = parts;
  const answer = ask("compile", { code, count });
  within(run, () => modules.preload(importsOf(code)));
  const compiled = await answer;
  if (compiled.kind === "help") return compiled;
  if (compiled.kind === "refused") {
    return { error: refusal(compiled.diagnostics, code, labelOf(count)) };
  }
  sources.add(count, code, compiled, run);
  for (const module of compiled.modules) sources.addModule(module, code);
  modules.take(compiled.modules);
  try {
    await within(run, () => modules.prepare(compiled.imports));
    if (run.stopped) throw new Interrupted();
    const outcome = await within(run, () => evaluate(compiled));
    const replaced = restoreGlobals();
    if (replaced.length > 0) within(run, () => output.stream("stderr", putBack(replaced)));
    return "thrown" in outcome ? { error: errorContent(outcome.thrown, stacks) } : outcome;
  } catch (thrown) {
    return { error: errorContent(thrown, stacks) };
  }
}
