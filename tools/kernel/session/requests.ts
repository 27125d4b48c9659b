/** What clients ask of the session, each kind in its place. */
import type { FromSession, Request } from "../messages";
import { errorContent } from "./errors/traceback";
import { Execution } from "./execution/execution";
import type { Parts } from "./execution/parts";
import type { Comms } from "./front/comms";
import { restoreGlobals } from "./run/guard";
import { GRACE, type Interrupts } from "./run/interrupts";
import { Run, within } from "./run/run";
import type { Running } from "./run/running";

// the learner may replace the global one
const { setTimeout } = globalThis;

type Post = (message: FromSession) => void;

export class Requests {
  private execution: Execution | undefined;

  constructor(
    private readonly parts: Parts,
    private readonly comms: Comms,
    private readonly running: Running,
    private readonly interrupts: Interrupts,
    private readonly post: Post,
  ) {}

  /** The user wants what runs to stop. */
  interrupt(): void {
    this.interrupts.notice();
    // code that swallows its end and goes on holds this timer up, and is then ended by force
    if (this.running.current) setTimeout(() => this.interrupts.answer(), GRACE);
    else this.interrupts.answer();
  }

  receive(request: Request): void {
    restoreGlobals(); // a timer may have replaced them
    const { header, content } = request;
    const { msg_type } = header;
    if (msg_type === "execute_request") this.execute(request);
    else if (msg_type === "history_request") {
      this.reply(header.msg_id, this.parts.history.reply(content));
    } else if (msg_type === "comm_info_request") {
      this.reply(header.msg_id, this.comms.info(content.target_name));
    } else this.comm(request);
  }

  /** What runs was ended by force. */
  ended(): void {
    this.execution?.stopped();
  }

  private execute(request: Request): void {
    this.execution = new Execution(this.parts, request, (content) => {
      this.reply(request.header.msg_id, content);
      this.execution = undefined;
    });
    this.running.current = this.execution.run;
    this.execution.start();
  }

  private comm({ header, content, buffers }: Request): void {
    const run = new Run(header);
    this.running.current = run;
    const { output, stacks } = this.parts;
    try {
      within(run, () => this.comms.receive(header.msg_type, content, buffers));
    } catch (thrown) {
      output.error(run, errorContent(thrown, stacks));
    }
    this.reply(header.msg_id, { status: "ok" });
  }

  private reply(to: string, content: Record<string, unknown>): void {
    this.running.current = undefined;
    this.post({ kind: "reply", to, content });
    this.interrupts.answer();
  }
}
