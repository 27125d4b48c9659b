"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.startThreads = startThreads;
/** Starts the threads beside the session's and lays the lines between them. */
const node_fs_1 = require("node:fs");
const node_path_1 = require("node:path");
const node_worker_threads_1 = require("node:worker_threads");
const messages_1 = require("./messages");
/** A thread of the kernel; without any of them there is no kernel, so one that fails ends all. */
function startThread(name, data) {
    const ports = Object.values(data).filter((value) => value?.constructor?.name === "MessagePort");
    const thread = new node_worker_threads_1.Worker((0, node_path_1.join)(__dirname, name, "main.js"), {
        name,
        workerData: data,
        transferList: ports,
    });
    thread.on("error", (error) => {
        (0, node_fs_1.writeSync)(2, `the kernel's ${name} thread failed: ${error?.stack ?? error}\n`);
        process.exit(1);
    });
    return thread;
}
/** Starts wire and language; what the session, on the thread that calls, is to be started with. */
function startThreads(connectionFile) {
    const control = new Int32Array(new SharedArrayBuffer(4 * messages_1.Control.length));
    const [wireSession, wireLanguage, sessionLanguage, typed] = [
        new node_worker_threads_1.MessageChannel(),
        new node_worker_threads_1.MessageChannel(),
        new node_worker_threads_1.MessageChannel(),
        new node_worker_threads_1.MessageChannel(),
    ];
    const wire = startThread("wire", {
        session: wireSession.port1,
        language: wireLanguage.port1,
        typed: typed.port1,
        control,
        connectionFile,
    });
    startThread("language", { wire: wireLanguage.port2, session: sessionLanguage.port2 });
    // Ctrl-C in a terminal, where it arrives, is an interrupt like any other.
    process.on("SIGINT", () => wire.postMessage("interrupt"));
    return {
        wire: wireSession.port2,
        language: sessionLanguage.port1,
        typed: typed.port2,
        control,
    };
}
