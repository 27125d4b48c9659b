"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.openWire = openWire;
/** Puts the parts of the wire together: requests to their answers, the session's messages to the sockets. */
const node_worker_threads_1 = require("node:worker_threads");
const ask_1 = require("../common/ask");
const allowance_1 = require("./allowance");
const connection_1 = require("./connection");
const dialogue_1 = require("./dialogue");
const ending_1 = require("./ending");
const executions_1 = require("./executions");
const frames_1 = require("./frames");
const interrupter_1 = require("./interrupter");
const log_1 = require("./log");
const pace_1 = require("./pace");
const publisher_1 = require("./publisher");
const replies_1 = require("./replies");
const requests_1 = require("./requests");
const sockets_1 = require("./sockets");
async function openWire(start) {
    const { session, control } = start;
    const connection = (0, connection_1.readConnection)(start.connectionFile);
    const sockets = await (0, sockets_1.openSockets)(connection);
    const codec = (0, frames_1.createCodec)(connection);
    const publisher = (0, publisher_1.createPublisher)(sockets.iopub, codec, (0, pace_1.createPace)(), (0, allowance_1.createAllowance)(), control);
    const { lines, reply, serve } = (0, replies_1.createReplies)(sockets, codec, publisher);
    const interrupter = (0, interrupter_1.createInterrupter)(session, control);
    const dialogue = (0, dialogue_1.createDialogue)(lines.stdin, codec, start.typed, control);
    const answers = {
        ...(0, requests_1.createAnswers)(connection, (0, ask_1.asker)(start.language)),
        interrupt_request() {
            interrupter.interrupt();
            return { status: "ok" };
        },
    };
    const executions = (0, executions_1.createExecutions)({
        begin(request) {
            publisher.status("busy", request.header);
            const { header, metadata, content, buffers } = request;
            session.postMessage({ kind: "request", request: { header, metadata, content, buffers } }, buffers.map(({ buffer }) => buffer));
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
    async function shutDown(request) {
        const content = { status: "ok", restart: request.content.restart === true };
        publisher.publish({ type: "shutdown_reply", parent: request.header, content });
        await serve(request, () => content);
        await Promise.all([lines[request.channel].sent(), publisher.flush()]);
        await (0, ending_1.endProcess)(sockets, interrupter, session, content.restart);
    }
    /** Answers at once; if a cell runs meanwhile, the kernel is busy with it still. */
    async function answer(request, content) {
        await serve(request, () => content(request.content));
        const running = executions.running();
        if (running)
            publisher.status("busy", running.header);
    }
    function handle(request) {
        const type = request.header.msg_type;
        const fault = (0, requests_1.faultOf)(request);
        if (request.channel === "stdin")
            dialogue.take(request);
        else if (fault)
            void answer(request, () => Promise.reject(fault));
        else if (requests_1.FOR_SESSION.has(type))
            executions.add(request);
        else if (type === "shutdown_request")
            void shutDown(request);
        else if (Object.hasOwn(answers, type))
            void answer(request, answers[type]);
        else
            (0, log_1.log)(`no answer to ${type}, which this kernel does not know`);
    }
    async function listen(channel) {
        for await (const frames of sockets[channel]) {
            try {
                handle(codec.decode(channel, frames));
            }
            catch (error) {
                (0, log_1.log)(`a message on ${channel} was refused: ${error.message}`);
            }
        }
    }
    /** Greets each subscriber, who knows by it that he is heard: what was published before is not for him. */
    async function greet() {
        for await (const [event] of sockets.iopub) {
            if (event?.[0] !== 1)
                continue; // it ends a subscription
            const topic = event.toString("utf8", 1);
            const content = { subscription: topic };
            publisher.publish({ type: "iopub_welcome", parent: null, content, topic });
        }
    }
    session.on("message", (message) => {
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
    node_worker_threads_1.parentPort?.on("message", () => interrupter.interrupt());
    (0, ending_1.watchParent)(() => void (0, ending_1.endProcess)(sockets, interrupter, session, false));
    publisher.status("starting", null);
    for (const channel of ["shell", "control", "stdin"])
        void listen(channel);
    void greet();
}
