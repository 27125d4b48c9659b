"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.runOfThrown = exports.currentRun = exports.enclosingRun = exports.Run = void 0;
exports.within = within;
const context_1 = require("./context");
const storage_1 = require("./storage");
/** What one request set going. */
class Run {
    parent;
    count;
    mayAsk;
    /** Its awaits throw from now on, and it starts no timers. */
    stopped = false;
    /** The intervals that still tick. */
    intervals = new Set();
    /** Called when it is stopped, by the one who waits for it. */
    onStop;
    /**
     * @param parent - The header of the request, the parent of all that this run sends.
     * @param count - The number of its code: from 1 for cells, below 0 for code that is not counted;
     *   undefined for what is no code: a message of a widget.
     * @param mayAsk - Whether the client answers questions.
     */
    constructor(parent, count, mayAsk = false) {
        this.parent = parent;
        this.count = count;
        this.mayAsk = mayAsk;
    }
    stop() {
        this.stopped = true;
        for (const interval of this.intervals)
            clearInterval(interval);
        this.intervals.clear();
        this.onStop?.();
    }
}
exports.Run = Run;
const storage = (0, storage_1.createStorage)();
let latest;
/** Calls `work`, which belongs to `run` with all that it sets going. */
function within(run, work) {
    latest = run;
    return storage.run(run, work);
}
/** The run that the caller belongs to, if that is known for certain. */
const enclosingRun = () => storage.getStore();
exports.enclosingRun = enclosingRun;
/** The run that the caller belongs to, or the latest where that is not known. */
const currentRun = () => storage.getStore() ?? latest;
exports.currentRun = currentRun;
/** The run in which an error was thrown that nobody caught, if that is known for certain. */
const runOfThrown = (thrown) => (storage instanceof storage_1.Storage ? storage.in((0, context_1.frameOfThrown)(thrown)) : undefined) ?? (0, exports.enclosingRun)();
exports.runOfThrown = runOfThrown;
