/**
 * Stands in for the session and the language thread, so that the wire is tested by itself: the cell
 * `["print", "a"]` prints, `["fail"]` fails, and so on for the actions below; a cell may be a list
 * of them. Languages answer with what they were asked.
 */
"use strict";

const { join } = require("node:path");
const { MessageChannel, Worker, receiveMessageOnPort } = require("node:worker_threads");

const DIST = join(__dirname, "..", "..", "..", "..", "tools", "kernel", "dist");
const { createOutlet } = require(join(DIST, "common", "outlet.js"));
const { Control } = require(join(DIST, "messages.js"));

const control = new Int32Array(new SharedArrayBuffer(4 * Control.length));
const [session, language, typed] = [1, 2, 3].map(() => new MessageChannel());
new Worker(join(DIST, "wire", "main.js"), {
  workerData: {
    session: session.port1,
    language: language.port1,
    typed: typed.port1,
    control,
    connectionFile: process.argv.at(-1),
  },
  transferList: [session.port1, language.port1, typed.port1],
});
const wire = session.port2;
const { publish } = createOutlet(wire, control);

/** The language thread answers with what it was asked, also while the session loops. */
const languages = `
  const { port } = require("node:worker_threads").workerData;
  port.on("message", ({ id, ask, of }) => {
    port.postMessage(of.code === "fail" ? { id, error: "on purpose" } : { id, result: { ask, of } });
  });`;
new Worker(languages, {
  eval: true,
  workerData: { port: language.port2 },
  transferList: [language.port2],
});

let count = 0;
let running = null;
let deaf = false;

const actions = {
  print: (parent, text, name = "stdout") =>
    publish({ type: "stream", parent, content: { name, text } }),
  lines: (parent, n) => {
    for (let i = 0; i < n; i++) actions.print(parent, `line ${i}\n`);
  },
  flood: (parent) => {
    for (;;) actions.print(parent, `${"x".repeat(99)}\n`);
  },
  patter: async (parent) => {
    const own = running;
    while (running === own) {
      actions.print(parent, ".");
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  },
  repeat: (parent, text, times) => actions.print(parent, text.repeat(times)),
  display: (parent) =>
    publish({ type: "display_data", parent, content: { data: {}, metadata: {} } }),
  fail: () => {
    throw new Error("on purpose");
  },
  loop: () => {
    for (;;) count += 0;
  },
  wait: (_, ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  never: () => new Promise(() => {}),
  ask: (parent, prompt) => {
    const seen = Atomics.load(control, Control.answers);
    wire.postMessage({ kind: "ask", parent, prompt, password: false });
    Atomics.wait(control, Control.answers, seen);
    const answer = receiveMessageOnPort(typed.port2);
    if (!answer) throw new Error("stopped");
    actions.print(parent, answer.message.value);
  },
  deaf: () => {
    deaf = true;
  },
};

function answer(content, metadata) {
  if (!running) return;
  wire.postMessage({ kind: "reply", to: running.header.msg_id, content, metadata });
  running = null;
}

const failure = ({ name, message }) => ({
  status: "error",
  ename: name,
  evalue: message,
  traceback: [],
  execution_count: count,
});

/** Runs a cell; one that was stopped meanwhile has been answered, and says no more. */
async function execute(request) {
  const { header, content } = request;
  count++;
  let reply;
  try {
    for (const [name, ...args] of JSON.parse(content.code)) await actions[name](header, ...args);
    reply = { status: "ok", execution_count: count, user_expressions: {} };
  } catch (error) {
    reply = failure(error);
  }
  if (running === request) answer(reply);
}

function echo({ header, content, buffers }) {
  if (header.msg_type === "comm_msg")
    publish({ type: "comm_msg", parent: header, content, buffers });
  answer({ status: "ok" });
}

function take(message) {
  if (deaf) return;
  switch (message.kind) {
    case "request":
      running = message.request;
      if (running.header.msg_type === "execute_request") execute(running);
      else echo(running);
      return;
    case "interrupt":
    case "terminated":
      answer(failure({ name: "Interrupted", message: message.kind }));
      wire.postMessage({ kind: "interrupted" });
      return;
    case "shutdown":
      process.exit(0);
  }
}

process.on("uncaughtException", (error) => process.stderr.write(`uncaught ${error?.stack}\n`));
wire.on("message", take);
wire.postMessage({ kind: "ready" });
