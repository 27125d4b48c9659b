/** Puts the parts of the wire together: requests to their answers, the session's messages to the sockets. */
import { parentPort } from "node:worker_threads";
import { asker } from "../common/ask";
import type { FromSession, ToSession, WireStart } from "../messages";
import { createAllowance } from "./allowance";
import { readConnection } from "./connection";
import { createDialogue } from "./dialogue";
import { endProcess, watchParent } from "./ending";
import { createExecutions } from "./executions";
import { createCodec, type Incoming, type TwoWay } from "./frames";
import { createInterrupter } from "./interrupter";
import { log } from "./log";
import { createPace } from "./pace";
import { createPublisher } from "./publisher";
import { createReplies } from "./replies";
import { type Answer, createAnswers, FOR_SESSION, faultOf } from "./requests";
import { openSockets } from "./sockets";

export async function openWire(start: WireStart): Promise<void> {
  const { session, control } = start;
  const connection = readConnection(start.connectionFile);
  const sockets = await openSockets(connection);
  const codec = createCodec(connection);
  const publisher = createPublisher(sockets.iopub, codec, createPace(), createAllowance(), control);
  const { lines, reply, serve } = createReplies(sockets, codec, publisher);
  const interrupter = createInterrupter(session, control);
  const dialogue = createDialogue(lines.stdin, codec, start.typed, control);
  const answers: Record<string, Answer> = {
    ...createAnswers(connection, asker(start.language)),
    interrupt_request() {
      interrupter.interrupt();
      return { status: "ok" };
    },
  };

  const executions = createExecutions({
    begin(request) {
      publisher.status("busy", request.header);
      const { header, metadata, content, buffers } = request;
      const message: ToSession = {
        kind: "request",
        request: { header, metadata, content, buffers },
      };
      // an interrupt that is still under way was not meant for it
      void interrupter.settled().then(() => {
        session.postMessage(
          message,
          buffers.map(({ buffer }) => buffer as ArrayBuffer),
        );
      });
    },
    end(request, content, metadata) {
      dialogue.forget();
      reply(request, content, metadata);
      publisher.status("idle", request.header);
    },
    abort: (request) => void serve(request, () => ({ status: "aborted" })),
    async settled() {
      await Promise.all([publisher.flush(), interrupter.settled()]);
    },
  });

  async function shutDown(request: Incoming): Promise<void> {
    const content = { status: "ok", restart: request.content.restart === true };
    publisher.publish({ type: "shutdown_reply", parent: request.header, content });
    await serve(request, () => content);
    await Promise.all([lines[request.channel].sent(), publisher.flush()]);
    await endProcess(sockets, interrupter, session, content.restart);
  }

  /** Answers at once; if a cell runs meanwhile, the kernel is busy with it still. */
  async function answer(request: Incoming, content: Answer): Promise<void> {
    await serve(request, () => content(request.content));
    const running = executions.running();
    if (running) publisher.status("busy", running.header);
  }

  function handle(request: Incoming): void {
    const type = request.header.msg_type;
    const fault = faultOf(request);
    if (request.channel === "stdin") dialogue.take(request);
    else if (fault) void answer(request, () => Promise.reject(fault));
    else if (FOR_SESSION.has(type)) executions.add(request);
    else if (type === "shutdown_request") void shutDown(request);
    else if (Object.hasOwn(answers, type)) void answer(request, answers[type]!);
    else log(`no answer to ${type}, which this kernel does not know`);
  }

  async function listen(channel: TwoWay): Promise<void> {
    for await (const frames of sockets[channel]) {
      try {
        handle(codec.decode(channel, frames));
      } catch (error) {
        log(`a message on ${channel} was refused: ${(error as Error).message}`);
      }
    }
  }

  /** Greets each subscriber, who knows by it that he is heard: what was published before is not for him. */
  async function greet(): Promise<void> {
    for await (const [event] of sockets.iopub) {
      const wish = event!.subarray(1);
      if (event![0] !== 1) {
        sockets.iopub.letGo(wish);
        continue;
      }
      const topic = wish.toString();
      await publisher.greet(
        { type: "iopub_welcome", parent: null, content: { subscription: topic }, topic },
        () => sockets.iopub.letIn(wish),
      );
    }
  }

  session.on("message", (message: FromSession) => {
    switch (message.kind) {
      case "ready":
        return interrupter.ready();
      case "interrupted":
        return interrupter.answered();
      case "reply":
        return void executions.finish(message.to, message.content, message.metadata ?? {});
      case "ask":
        return dialogue.ask(message, executions.running());
      case "publish":
        return publisher.publish(message, message.weight);
    }
  });
  parentPort?.on("message", () => interrupter.interrupt());
  watchParent(() => void endProcess(sockets, interrupter, session, false));
  publisher.status("starting", null);
  for (const channel of ["shell", "control", "stdin"] as const) void listen(channel);
  void greet();
}
