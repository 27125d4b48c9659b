/** `user_expressions`: values that a client wants to know after a cell. */
import { errorContent } from "../errors/traceback";
import { toBundle } from "../output/json";
import { bundlesOf } from "../results/result";
import { type Run, within } from "../run/run";
import { runCode } from "./code";
import type { Parts } from "./parts";

type Content = Record<string, unknown>;

const failed = (error: object): Content => ({ status: "error", ...error });

async function evaluateOne(parts: Parts, run: Run, code: string): Promise<Content> {
  const ended = await runCode(parts, run, code, parts.counter.next(false));
  if ("error" in ended) return failed(ended.error);
  try {
    const value = "value" in ended ? ended.value : undefined;
    const bundle = (await within(run, () => bundlesOf(value, parts.display))).at(-1)!;
    return { status: "ok", data: toBundle(bundle), metadata: {} };
  } catch (thrown) {
    return failed(errorContent(thrown, parts.stacks));
  }
}

/** The value of each expression, or why it has none, under the client's name for it. */
export async function evaluateExpressions(
  parts: Parts,
  run: Run,
  expressions: unknown,
): Promise<Content> {
  const values: Content = {};
  for (const [name, code] of Object.entries(expressions ?? {})) {
    values[name] = await evaluateOne(parts, run, String(code));
  }
  return values;
}
