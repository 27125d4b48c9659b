"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Interrupted = exports.GRACE = void 0;
exports.createInterrupts = createInterrupts;
/** Stops what runs when the user asks for it; the state of the session is kept. */
const messages_1 = require("../../messages");
const run_1 = require("./run");
/** Milliseconds that what is stopped has to come to its end by itself; the wire waits longer. */
exports.GRACE = 40;
/** Thrown in a run that has been stopped, wherever it next waits. */
class Interrupted extends Error {
    name = "Interrupted";
    constructor() {
        super("stopped by the user; names and values are kept");
    }
}
exports.Interrupted = Interrupted;
/**
 * @param stop - Stops what runs.
 * @param tell - Tells the wire.
 */
function createInterrupts(control, stop, tell) {
    const raised = () => Atomics.load(control, messages_1.Control.interrupts);
    let noticed = raised();
    let answered = noticed;
    function notice() {
        const now = raised();
        if (now === noticed)
            return;
        noticed = now;
        stop();
    }
    return {
        notice,
        check() {
            notice();
            if ((0, run_1.currentRun)()?.stopped)
                throw new Interrupted();
        },
        answer() {
            if (answered === noticed)
                return;
            answered = noticed;
            tell();
        },
        forced() {
            noticed = answered = raised();
            tell();
        },
    };
}
