/** The five sockets of a kernel, listening. */
import { Reply, Router, XPublisher } from "zeromq";
import { addressOf, type Connection } from "./connection";

export interface Sockets {
  shell: Router;
  control: Router;
  stdin: Router;
  iopub: XPublisher;
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
    // It is told of each subscription, so that it can greet.
    // No limit to the queue, at which messages would be dropped: the session is held back instead.
    iopub: new XPublisher({ linger: LINGER, sendHighWaterMark: 0, verbosity: "allSubs" }),
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
