/** The five sockets of a kernel, listening. */
import { Reply, Router, XPublisher } from "zeromq";
import { addressOf, type Connection } from "./connection";

/** ZMQ_SUBSCRIBE and ZMQ_UNSUBSCRIBE, as options of a socket that lets its subscribers in by hand. */
const SUBSCRIBE = 6;
const UNSUBSCRIBE = 7;

/**
 * The socket of iopub. It receives the wishes of subscribers, one at a time; whose wish has been
 * received last hears nothing before he is let in, so that a greeting can be the first he hears.
 */
export class Iopub extends XPublisher {
  letIn(topic: Buffer): void {
    this.setStringOption(SUBSCRIBE, topic);
  }

  letGo(topic: Buffer): void {
    this.setStringOption(UNSUBSCRIBE, topic);
  }
}

export interface Sockets {
  shell: Router;
  control: Router;
  stdin: Router;
  iopub: Iopub;
  heart: Reply;
}

/** Milliseconds for which what is still to be sent holds up the end of the process. */
const LINGER = 1000;

/** Answers each beat with itself. */
async function beat(heart: Reply): Promise<void> {
  for await (const frames of heart) await heart.send(frames);
}

export async function openSockets(connection: Connection): Promise<Sockets> {
  // A client that comes back under its name takes over from its lost self.
  const router = () => new Router({ linger: LINGER, handover: true });
  const sockets = {
    shell: router(),
    control: router(),
    stdin: router(),
    // No limit to the queue, at which messages would be dropped: the session is held back instead.
    iopub: new Iopub({
      linger: LINGER,
      sendHighWaterMark: 0,
      verbosity: "allSubsUnsubs",
      manual: true,
    }),
    heart: new Reply({ linger: 0 }),
  };
  await Promise.all([
    sockets.shell.bind(addressOf(connection, "shell")),
    sockets.control.bind(addressOf(connection, "control")),
    sockets.stdin.bind(addressOf(connection, "stdin")),
    sockets.iopub.bind(addressOf(connection, "iopub")),
    sockets.heart.bind(addressOf(connection, "hb")),
  ]);
  void beat(sockets.heart);
  return sockets;
}
