/** Comms: lines between objects of the session and their views in the browser, as widgets have. */
import { randomUUID } from "node:crypto";
import type { Output } from "../output/output";

export interface CommMessage {
  metadata?: object;
  buffers?: Uint8Array[];
}

/** What the session does with what comes from the browser. */
export interface CommHandlers {
  // biome-ignore lint/suspicious/noExplicitAny: what the view sends is known to its maker alone
  onMessage?(data: any, buffers: Uint8Array[]): void;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  onClose?(data: any): void;
}

export interface Comm {
  readonly id: string;
  send(data: object, options?: CommMessage): void;
  close(data?: object): void;
}

export interface CommOptions extends CommMessage, CommHandlers {
  /** Known to both sides; one is made up where none is given. */
  id?: string;
}

/** Called when the browser opens a comm; says what is done with its messages. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export type OnOpen = (comm: Comm, data: any) => CommHandlers | undefined;

class OpenComm implements Comm {
  handlers: CommHandlers = {};

  constructor(
    readonly id: string,
    readonly target: string,
    private readonly output: Output,
    private readonly forget: () => void,
  ) {}

  send(data: object, { metadata, buffers }: CommMessage = {}): void {
    this.output.comm("comm_msg", { comm_id: this.id, data }, metadata, buffers);
  }

  close(data: object = {}): void {
    this.forget();
    this.output.comm("comm_close", { comm_id: this.id, data });
  }
}

export class Comms {
  private readonly open = new Map<string, OpenComm>();
  private readonly targets = new Map<string, OnOpen>();

  constructor(private readonly output: Output) {}

  private make(id: string, target: string): OpenComm {
    const comm: OpenComm = new OpenComm(id, target, this.output, () => {
      if (this.open.get(id) === comm) this.open.delete(id); // a later one may have its name
    });
    this.open.set(id, comm);
    return comm;
  }

  /** Opens a comm to a target of the browser's. */
  openComm(target: string, data: object, options: CommOptions = {}): Comm {
    const { id = randomUUID().replaceAll("-", ""), metadata, buffers } = options;
    const comm = this.make(id, target);
    comm.handlers = options;
    const content = { comm_id: comm.id, target_name: target, data };
    this.output.comm("comm_open", content, metadata, buffers);
    return comm;
  }

  /** Lets the browser open comms to a target of the session's. */
  registerTarget(target: string, onOpen: OnOpen): void {
    this.targets.set(target, onOpen);
  }

  /** A message of the browser's; what its handler throws goes to the caller. */
  receive(type: string, content: Record<string, unknown>, buffers: Uint8Array[]): void {
    const { comm_id: id, data = {} } = content;
    if (type === "comm_open") this.accept(String(id), String(content.target_name), data);
    const comm = this.open.get(String(id));
    if (type === "comm_msg") comm?.handlers.onMessage?.(data, buffers);
    if (type === "comm_close") {
      this.open.delete(String(id));
      comm?.handlers.onClose?.(data);
    }
  }

  private accept(id: string, target: string, data: unknown): void {
    const onOpen = this.targets.get(target);
    if (!onOpen) {
      this.output.comm("comm_close", { comm_id: id, data: {} });
      return;
    }
    const comm = this.make(id, target);
    comm.handlers = onOpen(comm, data) ?? {};
  }

  /** The content of a `comm_info_reply`. */
  info(target: unknown): Record<string, unknown> {
    const comms: Record<string, { target_name: string }> = {};
    for (const [id, comm] of this.open) {
      if (!target || comm.target === target) comms[id] = { target_name: comm.target };
    }
    return { status: "ok", comms };
  }
}
