"use strict";
/**
 * What follows a piece of code through its waits, timers and microtasks where Node's AsyncLocalStorage
 * cannot be used. Up to version 22 that stands on hooks of promises, and code that is ended by force
 * inside such a hook, or with Node's own record of them half written, ends the whole process.
 *
 * So cells say themselves where they wait: `await e` is `resumed(now(), await e)`. What waits inside
 * a library is not followed; there the run that is not finished stands in.
 */
Object.defineProperty(exports, "__esModule", { value: true });
exports.frameOfThrown = exports.now = void 0;
exports.enter = enter;
exports.resume = resume;
exports.inFrame = inFrame;
exports.bound = bound;
let current;
/** In which frame errors were thrown that nobody has caught yet. */
const thrownIn = new WeakMap();
const { queueMicrotask } = globalThis;
/** The frame that holds now. */
const now = () => current;
exports.now = now;
/** Goes on in another frame from here. */
function enter(frame) {
    current = frame;
}
/** Goes on after a wait; what comes after this piece of code is not of its frame. */
function resume(frame) {
    if (frame === current)
        return;
    current = frame;
    queueMicrotask(leave);
}
const leave = () => enter(undefined);
/** Calls `work` in a frame. */
function inFrame(frame, work) {
    const before = current;
    current = frame;
    try {
        return work();
    }
    catch (error) {
        if (frame && typeof error === "object" && error !== null)
            thrownIn.set(error, frame);
        throw error;
    }
    finally {
        current = before;
    }
}
/** The frame in which an error was thrown, if that is known. */
const frameOfThrown = (thrown) => typeof thrown === "object" && thrown !== null ? thrownIn.get(thrown) : undefined;
exports.frameOfThrown = frameOfThrown;
/** The function, called in the frame of now. */
function bound(fn) {
    const frame = current;
    if (!frame || typeof fn !== "function")
        return fn;
    return function (...args) {
        return inFrame(frame, () => fn.apply(this, args));
    };
}
