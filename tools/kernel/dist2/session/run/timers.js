"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.watchTimers = watchTimers;
exports.watchTicks = watchTicks;
/** Timers and microtasks know the run that started them: an interval ends when its run is stopped. */
const context_1 = require("./context");
const run_1 = require("./run");
/** `call` in the place of `original`, with all that hangs on it (as the promise form of setTimeout). */
function standIn(original, call) {
    return Object.defineProperties(call, Object.getOwnPropertyDescriptors(original));
}
/** Puts timers in the place of the global ones that no stopped run can start. */
function watchTimers(interrupts, running, target = globalThis) {
    const { setTimeout, setInterval, setImmediate, clearInterval, clearTimeout } = target;
    const owners = new WeakMap();
    const checked = (original) => standIn(original, (work, ...rest) => {
        interrupts.check();
        return original((0, context_1.bound)(work), ...rest);
    });
    const cleared = (original) => standIn(original, (timer) => {
        if (typeof timer === "object" && timer !== null)
            owners.get(timer)?.intervals.delete(timer);
        return original(timer);
    });
    target.setTimeout = checked(setTimeout);
    target.setImmediate = checked(setImmediate);
    target.queueMicrotask = checked(target.queueMicrotask);
    target.setInterval = standIn(setInterval, (work, ...rest) => {
        interrupts.check();
        const timer = setInterval((0, context_1.bound)(work), ...rest);
        const run = (0, run_1.currentRun)();
        if (run) {
            run.intervals.add(timer);
            owners.set(timer, run);
            running.add(run);
        }
        return timer;
    });
    target.clearInterval = cleared(clearInterval);
    target.clearTimeout = cleared(clearTimeout);
}
/** The same for what Node does next. */
function watchTicks(target = process) {
    const nextTick = target.nextTick;
    target.nextTick = (work, ...args) => nextTick.call(target, (0, context_1.bound)(work), ...args);
}
