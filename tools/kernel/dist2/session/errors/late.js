"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createLateErrors = createLateErrors;
const context_1 = require("../run/context");
const interrupts_1 = require("../run/interrupts");
const run_1 = require("../run/run");
const describe_1 = require("./describe");
const traceback_1 = require("./traceback");
/** Milliseconds in which a promise that was rejected may still find someone who handles it. */
const PATIENCE = 1000;
function createLateErrors(output, stacks) {
    const rejected = new Map();
    // the learner's timers are watched, and might be replaced: these are the kernel's own
    const { setTimeout } = globalThis;
    /** Whose error it is: that of the cell whose call has led to it, where nothing better is known. */
    function runOf(thrown) {
        const known = (0, run_1.runOfThrown)(thrown);
        if (known || !(0, describe_1.isObject)(thrown))
            return known ?? (0, run_1.currentRun)();
        const cells = stacks.framesOf(thrown).flatMap((frame) => (frame.kind === "cell" ? frame : []));
        return cells.at(-1)?.cell.run ?? (0, run_1.currentRun)();
    }
    function show(thrown, run) {
        if (thrown instanceof interrupts_1.Interrupted)
            return;
        output.error(run, (0, traceback_1.errorContent)(thrown, stacks));
    }
    function flush() {
        for (const [promise, { reason, run }] of rejected) {
            rejected.delete(promise);
            show(reason, run);
        }
    }
    return {
        flush,
        watch() {
            process.on("uncaughtException", (thrown) => {
                show(thrown, runOf(thrown));
                (0, context_1.enter)(undefined);
            });
            process.on("unhandledRejection", (reason, promise) => {
                rejected.set(promise, { reason, run: runOf(reason) });
                setTimeout(flush, PATIENCE).unref();
            });
            process.on("rejectionHandled", (promise) => rejected.delete(promise));
        },
    };
}
