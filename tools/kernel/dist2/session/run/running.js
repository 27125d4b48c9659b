"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Running = void 0;
class Running {
    /** The run of the request that has not been answered. */
    current;
    background = new Set();
    /** Remembers a run that has an interval. */
    add(run) {
        for (const old of this.background)
            if (old.intervals.size === 0)
                this.background.delete(old);
        this.background.add(run);
    }
    /** Stops the current run; when there is none, what still ticks of earlier ones. */
    stop() {
        if (this.current)
            this.current.stop();
        else
            this.stopAll();
    }
    stopAll() {
        this.current?.stop();
        for (const run of this.background)
            run.stop();
        this.background.clear();
    }
}
exports.Running = Running;
