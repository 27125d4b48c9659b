"use strict";
/**
 * What the kernel's three threads tell each other. The wire thread owns the sockets, the language
 * thread the compiler, the session (the main thread) the learner's code: so the kernel answers,
 * completes and can be stopped while a cell computes.
 */
Object.defineProperty(exports, "__esModule", { value: true });
exports.Control = void 0;
/** Places in the shared `Int32Array` through which the wire reaches a session that is busy or waits. */
exports.Control = {
    /** Rises with each interrupt; a session that waits for input or for the wire is woken by it. */
    interrupts: 0,
    /** Bytes published and not yet sent: above a bound the session waits, so that no loop floods the client. */
    unsent: 1,
    /** Rises with each answer to a question, and with each interrupt, so that one wait serves both. */
    answers: 2,
    length: 4,
};
