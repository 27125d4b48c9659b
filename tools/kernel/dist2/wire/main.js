"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
/** The wire thread: the sockets, and who answers what comes in on them. */
const node_worker_threads_1 = require("node:worker_threads");
const log_1 = require("./log");
const wire_1 = require("./wire");
// Without this thread nobody can reach the process any more, so it does not outlive it.
process.on("uncaughtException", (error) => {
    (0, log_1.log)(`the wire thread failed: ${error?.stack ?? error}`);
    process.kill(process.pid, "SIGKILL");
});
void (0, wire_1.openWire)(node_worker_threads_1.workerData);
