/**
 * A kernel and a client of it for tests: a real jupyter_client (client.py), driven from here.
 *
 *     const kernel = await Kernel.start();
 *     const { reply, outputs } = await kernel.run("1 + 1");
 *     await kernel.stop();
 */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { CACHE, ROOT, venvProgram } from "../../../tools/common/project";
import type { Header } from "../../../tools/kernel/messages";
import { kernelCode, spec } from "../../../tools/setup/kernel";
import { runSteps } from "../../../tools/setup/step";

const { acquire } = require("../../../tools/setup/lock.cjs") as {
  acquire(file: string): Promise<{ release(): void }>;
};

// biome-ignore lint/suspicious/noExplicitAny: contents of messages are what the test says they are
type Content = Record<string, any>;

export interface Message {
  channel: "shell" | "iopub" | "stdin" | "control";
  msg_type: string;
  header: Header;
  parent_header: Partial<Header>;
  metadata: Content;
  content: Content;
  /** In base64. */
  buffers: string[];
}

/** What came of an execution. */
export interface Run {
  id: string;
  reply: Message;
  /** What was published for it, from busy to idle. */
  iopub: Message[];
}

export interface StartOptions {
  /** The kernel's folder; the notes' by default. */
  cwd?: string;
  /** What argv begins with in place of the spec's. */
  argv?: string[];
  env?: Record<string, string>;
}

/** Milliseconds after which a test is told what it waited for in vain. */
const PATIENCE = 60_000;
/** Milliseconds in which what a process sent before it ended has come. */
const LAST_WORDS = 1000;

/** Compiles the kernel if it is older than its sources, one test file at a time. */
export async function compileKernel(): Promise<void> {
  const lock = await acquire(join(CACHE, "kernel-code.lock"));
  try {
    await runSteps([kernelCode]);
  } finally {
    lock.release();
  }
}

export class Kernel {
  /** All that came, in order. */
  readonly messages: Message[] = [];
  /** What the kernel and its client wrote to standard error. */
  log = "";
  pid = 0;
  connectionFile = "";
  /** Of a kernel that has ended. */
  exitCode: number | null = null;
  private readonly watchers = new Set<() => void>();
  private readonly waiting = new Map<number, (line: Content) => void>();
  private last = 0;

  private constructor(private readonly client: ChildProcessWithoutNullStreams) {
    client.stderr.on("data", (data: Buffer) => {
      this.log += data;
      this.look();
    });
    createInterface(client.stdout).on("line", (line) => this.take(JSON.parse(line)));
    client.on("exit", () => this.look());
  }

  /** Starts a kernel, and waits until it says what it is. */
  static async start({ cwd, argv, env }: StartOptions = {}): Promise<Kernel> {
    await compileKernel();
    const given = {
      ...spec,
      ...(argv && { argv: [...argv, ...spec.argv.slice(-3)] }),
      env: { ...spec.env, ...env },
      cwd: cwd ?? join(ROOT, "Notes"),
    };
    return Kernel.connect(JSON.stringify(given));
  }

  /** Another client of a kernel that runs. */
  static attach(kernel: Kernel): Promise<Kernel> {
    return Kernel.connect("--file", kernel.connectionFile);
  }

  private static async connect(...args: string[]): Promise<Kernel> {
    const script = join(ROOT, "test", "tools", "kernel", "client.py");
    const kernel = new Kernel(spawn(venvProgram("python"), [script, ...args]));
    await kernel.until(() => kernel.connectionFile !== "", "the client's start");
    await kernel.until(() => kernel.greetings() > 0, "the kernel's start");
    return kernel;
  }

  private take(line: Content): void {
    if (line.channel) {
      this.messages.push({ channel: line.channel, ...line.message });
    } else if (line.started) {
      this.connectionFile = line.started;
      this.pid = line.pid;
    } else if (line.id) {
      this.waiting.get(line.id)?.(line);
    } else if ("died" in line) {
      this.exitCode = line.died;
    } else {
      this.log += `${JSON.stringify(line)}\n`;
    }
    this.look();
  }

  private look(): void {
    for (const watcher of [...this.watchers]) watcher();
  }

  /** Waits until the condition holds, looking again with each message. */
  async until(holds: () => boolean, what: string, ms = PATIENCE): Promise<void> {
    let end = Date.now() + ms;
    let hasEnded = false;
    while (!holds()) {
      if (!hasEnded && (this.client.exitCode !== null || this.exitCode !== null)) {
        hasEnded = true;
        // what it sent before its end may still be on its way
        end = Math.min(end, Date.now() + LAST_WORDS);
      }
      const left = end - Date.now();
      if (left <= 0) {
        const ended = this.exitCode === null ? "" : ` (the kernel ended with ${this.exitCode})`;
        throw new Error(`waited for ${what}${ended}\n${this.log}`);
      }
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          this.watchers.delete(done);
          resolve();
        };
        const timer = setTimeout(done, Math.min(left, 1000));
        this.watchers.add(done);
      });
    }
  }

  /** Has client.py do something. */
  async command(what: string, fields: Content = {}): Promise<unknown> {
    const id = ++this.last;
    const answer = new Promise<Content>((resolve) => this.waiting.set(id, resolve));
    this.client.stdin.write(`${JSON.stringify({ id, do: what, ...fields })}\n`);
    const { result, error } = await answer;
    if (error) throw new Error(`${what}: ${error}`);
    return result;
  }

  /** Sends a request; its id. */
  send(type: string, content: Content, more: Content = {}): Promise<string> {
    return this.command("send", { type, content, channel: "shell", ...more }) as Promise<string>;
  }

  /** The answers to a request so far. */
  answersTo(id: string): Message[] {
    return this.messages.filter(
      ({ channel, parent_header }) => channel !== "iopub" && parent_header.msg_id === id,
    );
  }

  /** What was published for a request so far. */
  iopubOf(id: string): Message[] {
    return this.messages.filter(
      ({ channel, parent_header }) => channel === "iopub" && parent_header.msg_id === id,
    );
  }

  /** Waits for the answer to a request and for idle; what came. */
  async finished(id: string, ms = PATIENCE): Promise<Run> {
    const idle = () => this.iopubOf(id).some(({ content }) => content.execution_state === "idle");
    const reply = () => this.answersTo(id).find(({ msg_type }) => msg_type.endsWith("_reply"));
    await this.until(() => idle() && reply() !== undefined, `the answer to ${id}`, ms);
    return { id, reply: reply()!, iopub: this.iopubOf(id) };
  }

  /** Sends a request and waits for its answer. */
  async ask(type: string, content: Content, more: Content = {}): Promise<Message> {
    const run = await this.finished(await this.send(type, content, more));
    return run.reply;
  }

  /** Sends a cell; its id. */
  execute(code: string, options: Content = {}): Promise<string> {
    return this.send("execute_request", {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: true,
      stop_on_error: true,
      ...options,
    });
  }

  /** Runs a cell to its end. */
  async run(code: string, options: Content = {}, ms = PATIENCE): Promise<Run> {
    return this.finished(await this.execute(code, options), ms);
  }

  /** Presses Kernel › Interrupt, some time from now. */
  async interrupt(afterMs = 0): Promise<void> {
    await sleep(afterMs);
    await this.command("interrupt");
  }

  /** How many interrupts the kernel has done with. */
  private interrupts(): number {
    return this.messages.filter(
      ({ parent_header, content }) =>
        parent_header.msg_type === "interrupt_request" && content.execution_state === "idle",
    ).length;
  }

  /**
   * Presses Kernel › Interrupt so many times in a row, and waits until the kernel has done with them: one that
   * is still on its way may hit the cell that is run next.
   */
  async interruptAndWait(times = 1): Promise<void> {
    const before = this.interrupts();
    for (let k = 0; k < times; k++) await this.interrupt(20 * k);
    await this.until(() => this.interrupts() === before + times, "the interrupt's end");
  }

  /** How often the kernel has said that its output is heard from now on. */
  private greetings(): number {
    return this.messages.filter(({ msg_type }) => msg_type === "iopub_welcome").length;
  }

  /** Restarts the kernel. */
  async restart(): Promise<void> {
    const before = this.greetings();
    await this.command("restart");
    await this.until(() => this.greetings() > before, "the kernel's new start");
  }

  /** Kills the client, which has no time to end the kernel. */
  kill(): void {
    this.client.kill("SIGKILL");
  }

  /** Ends the kernel if it lives, and the client. */
  async stop(): Promise<void> {
    if (this.client.exitCode !== null || this.client.signalCode !== null) return;
    const ended = new Promise((resolve) => this.client.once("exit", resolve));
    this.client.stdin.end();
    await ended;
  }
}

/** The text of a stream of a run: `textOf(run.iopub)`. */
export const textOf = (iopub: readonly Message[], name = "stdout"): string =>
  iopub
    .filter(({ msg_type, content }) => msg_type === "stream" && content.name === name)
    .map(({ content }) => content.text)
    .join("");
