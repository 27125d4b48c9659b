"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.terminate = terminate;
/** Ends what the main thread computes, by way of V8's inspector. */
const node_inspector_1 = require("node:inspector");
const promises_1 = require("node:timers/promises");
/** Milliseconds between attempts. */
const PATIENCE = 100;
/** Stops the main thread where it next comes to a line of its own code, and ends it there. */
function endAtNextLine(inspector) {
    inspector.once("Debugger.paused", () => {
        inspector.post("Debugger.resume", { terminateOnResume: true });
    });
    inspector.post("Debugger.enable", {});
    inspector.post("Debugger.setBlackboxPatterns", { patterns: ["^node:", "kernel/dist/session/"] });
    inspector.post("Debugger.pause");
}
/**
 * Ends whatever JavaScript the main thread runs, uncatchably; resolves when that has happened.
 *
 * V8 forgets a demand that happens to meet it in what it calls by itself, as the hooks of promises,
 * and takes no second one meanwhile. So one that is not met is repeated by the debugger.
 */
async function terminate() {
    const demand = new node_inspector_1.Session();
    demand.connectToMainThread();
    let ended = false;
    const end = new Promise((resolve) => {
        demand.post("Runtime.terminateExecution", () => {
            ended = true;
            resolve();
        });
    });
    await Promise.race([end, (0, promises_1.setTimeout)(PATIENCE)]);
    while (!ended) {
        const debug = new node_inspector_1.Session();
        debug.connectToMainThread();
        endAtNextLine(debug);
        await Promise.race([end, (0, promises_1.setTimeout)(PATIENCE)]);
        debug.disconnect();
    }
    demand.disconnect();
}
