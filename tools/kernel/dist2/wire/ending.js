"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.endProcess = endProcess;
exports.watchParent = watchParent;
/** The end of the kernel's process: asked for, or because who started it is gone. */
const promises_1 = require("node:timers/promises");
const log_1 = require("./log");
/** Milliseconds in which a session can be stopped, and then ends by itself. */
const PATIENCE = 1500;
/** Milliseconds between two looks at the parent. */
const LOOK = 1000;
/**
 * Closes the sockets, which ZeroMQ wants before the process ends, stops what runs, and lets the
 * session end the process; one that cannot be stopped is killed.
 */
async function endProcess(sockets, interrupter, session, restart) {
    process.removeAllListeners("uncaughtException");
    process.on("uncaughtException", () => { }); // what is still to be sent finds its socket closed
    for (const socket of Object.values(sockets))
        socket.close();
    interrupter.interrupt();
    await Promise.race([interrupter.settled(), (0, promises_1.setTimeout)(PATIENCE)]);
    session.postMessage({ kind: "shutdown", restart });
    await (0, promises_1.setTimeout)(PATIENCE);
    process.kill(process.pid, "SIGKILL");
}
function alive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === "EPERM";
    }
}
/** Watches the process that JPY_PARENT_PID names, as Jupyter's launcher sets it. */
function watchParent(onGone) {
    const parent = Number(process.env.JPY_PARENT_PID);
    if (!(parent > 1))
        return;
    // A child knows by its own parent, which nobody else can be; others ask whether the number lives.
    const gone = process.ppid === parent ? () => process.ppid !== parent : () => !alive(parent);
    const timer = setInterval(() => {
        if (!gone())
            return;
        clearInterval(timer);
        (0, log_1.log)(`the process that started this kernel (${parent}) is gone`);
        onGone();
    }, LOOK);
}
