import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";

const ORACLES = join(__dirname, "..", ".cache", "oracles", "bin", "python");

interface Reply {
  error?: string;
  seconds?: number;
  value?: unknown;
}

/**
 * A Python process that takes part in a benchmark: it holds its own copy of the data and times
 * expressions when asked, so that NumPy and we take turns within one run. See peer.py.
 */
export class PythonPeer {
  private readonly child: ChildProcess;
  private readonly lines: Interface;
  private readonly waiting: { resolve: (reply: Reply) => void; reject: (e: Error) => void }[] = [];

  /** Starts Python: the one with the oracles' packages, or the one that MML_PYTHON names. */
  constructor() {
    const python = process.env.MML_PYTHON ?? (existsSync(ORACLES) ? ORACLES : "python3");
    this.child = spawn(python, [join(__dirname, "peer.py")], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.lines = createInterface({ input: this.child.stdout! });
    this.lines.on("line", (line) => this.waiting.shift()?.resolve(JSON.parse(line) as Reply));
    this.child.on("error", (error) => this.fail(error));
    this.child.on("exit", () => this.fail(new Error("the Python process has ended")));
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }

  private async ask(request: object): Promise<Reply> {
    const reply = await new Promise<Reply>((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.child.stdin!.write(`${JSON.stringify(request)}\n`);
    });
    if (reply.error) throw new Error(`Python: ${reply.error} in ${JSON.stringify(request)}`);
    return reply;
  }

  /** Defines a NumPy array (float64) from a vector or a matrix. */
  async array(
    name: string,
    data: readonly number[] | readonly (readonly number[])[],
  ): Promise<void> {
    const rows = data as readonly (readonly number[])[];
    const shape = Array.isArray(data[0]) ? [rows.length, rows[0].length] : [data.length];
    const flat = Float64Array.from(data.flat());
    await this.ask({ array: name, shape, base64: Buffer.from(flat.buffer).toString("base64") });
  }

  /** Executes statements, such as imports. */
  async run(code: string): Promise<void> {
    await this.ask({ run: code });
  }

  /** The value of an expression that JSON can hold. */
  async value(expression: string): Promise<unknown> {
    return (await this.ask({ value: expression })).value;
  }

  /** Seconds a call of an expression takes, over `repeat` calls. */
  async time(expression: string, repeat: number): Promise<number> {
    return (await this.ask({ time: expression, repeat })).seconds!;
  }

  /** Ends the process. */
  close(): void {
    this.child.removeAllListeners("exit");
    this.lines.close();
    this.child.stdin!.end();
  }
}
