/** One `execute_request`, from its code to its answer. */
import type { Request } from "../../messages";
import { describeThrown } from "../errors/describe";
import { errorContent } from "../errors/traceback";
import type { ErrorContent } from "../output/output";
import { bundlesOf } from "../results/result";
import { GRACE, Interrupted } from "../run/interrupts";
import { Run, within } from "../run/run";
import { runCode } from "./code";
import { evaluateExpressions } from "./expressions";
import type { Parts } from "./parts";

// the learner may replace the global one
const { setTimeout } = globalThis;

export type Reply = (content: Record<string, unknown>) => void;

export class Execution {
  readonly run: Run;
  private readonly code: string;
  private readonly shown: boolean;
  private readonly expressions: unknown;
  private answered = false;

  constructor(
    private readonly parts: Parts,
    request: Request,
    private readonly reply: Reply,
  ) {
    const { code, silent, store_history, allow_stdin, user_expressions } = request.content;
    const stored = silent !== true && store_history !== false;
    const count = parts.counter.next(stored);
    this.run = new Run(request.header, count, allow_stdin === true);
    this.run.onStop = () => setTimeout(() => this.stopped(), GRACE);
    this.code = String(code ?? "");
    this.shown = silent !== true;
    this.expressions = user_expressions;
    if (stored) parts.history.add(count, this.code);
  }

  /** Runs the cell. It may never return: a cell that is ended by force takes this call with it. */
  start(): void {
    this.execute().catch((fault) => this.fail(errorOfKernel(fault)));
  }

  /** Answers for a cell that was stopped, unless it has been answered. */
  stopped(): void {
    this.fail(errorContent(new Interrupted(), this.parts.stacks));
  }

  private async execute(): Promise<void> {
    const { parts, run } = this;
    if (this.shown) within(run, () => parts.output.input(this.code, this.number));
    const ended = await runCode(parts, run, this.code);
    await parts.late.settle();
    if ("error" in ended) return this.fail(ended.error);
    const payload = [];
    if ("kind" in ended) payload.push({ source: "page", data: ended.data, start: 0 });
    else if (this.shown) {
      const error = await this.show(ended.value);
      if (error) return this.fail(error);
    }
    const user_expressions = await evaluateExpressions(parts, run, this.expressions);
    this.answer({ status: "ok", user_expressions, payload });
  }

  /** The number that the client is told. */
  private get number(): number {
    return Math.max(this.run.count!, this.parts.counter.cells);
  }

  /** Shows the value of the cell; what cannot be shown is the cell's error. */
  private async show(value: unknown): Promise<ErrorContent | undefined> {
    const { output, display, history, stacks } = this.parts;
    if (value === undefined || value === null) return undefined;
    try {
      const bundles = await within(this.run, () => bundlesOf(value, display));
      if (this.answered) return undefined;
      within(this.run, () => {
        for (const bundle of bundles.slice(0, -1)) output.display(bundle);
        output.result(bundles.at(-1)!, this.number);
      });
      history.result(this.run.count!, String(bundles.at(-1)!["text/plain"]));
      return undefined;
    } catch (thrown) {
      return errorContent(thrown, stacks);
    }
  }

  private fail(error: ErrorContent): void {
    if (this.answered) return;
    this.parts.output.error(this.run, error);
    this.answer({ status: "error", ...error, user_expressions: {}, payload: [] });
  }

  private answer(content: Record<string, unknown>): void {
    if (this.answered) return;
    this.reply({ ...content, execution_count: this.number });
    this.answered = true;
  }
}

/** Something failed that is no part of the learner's code. */
function errorOfKernel(fault: unknown): ErrorContent {
  const { ename, evalue } = describeThrown(fault);
  const text = `The kernel itself failed, not the cell: ${ename}: ${evalue}`;
  return { ename: "KernelError", evalue: `${ename}: ${evalue}`, traceback: [text] };
}
