"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.openSockets = openSockets;
/** The five sockets of a kernel, listening. */
const zeromq_1 = require("zeromq");
const connection_1 = require("./connection");
/** Milliseconds for which what is still to be sent holds up the end of the process. */
const LINGER = 1000;
/** Answers each beat with itself. */
async function beat(heart) {
    for await (const frames of heart)
        await heart.send(frames);
}
async function openSockets(connection) {
    // A client that comes back under its name takes over from its lost self.
    const router = () => new zeromq_1.Router({ linger: LINGER, handover: true });
    const sockets = {
        shell: router(),
        control: router(),
        stdin: router(),
        // It is told of each subscription, so that it can greet.
        // No limit to the queue, at which messages would be dropped: the session is held back instead.
        iopub: new zeromq_1.XPublisher({ linger: LINGER, sendHighWaterMark: 0, verbosity: "allSubs" }),
        heart: new zeromq_1.Reply({ linger: 0 }),
    };
    await Promise.all([
        sockets.shell.bind((0, connection_1.addressOf)(connection, "shell")),
        sockets.control.bind((0, connection_1.addressOf)(connection, "control")),
        sockets.stdin.bind((0, connection_1.addressOf)(connection, "stdin")),
        sockets.iopub.bind((0, connection_1.addressOf)(connection, "iopub")),
        sockets.heart.bind((0, connection_1.addressOf)(connection, "hb")),
    ]);
    void beat(sockets.heart);
    return sockets;
}
