"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.BOUND = void 0;
exports.createOutlet = createOutlet;
const messages_1 = require("../messages");
/** Bytes on their way above which the session waits. */
exports.BOUND = 256 * 1024;
/** What a message weighs beside its content: header, parent, signature; */
const ENVELOPE = 600;
/** and a piece of a stream, of which many share an envelope. */
const PIECE = 16;
/** About the size of a value as JSON, without making it. */
function weigh(value) {
    if (typeof value === "string")
        return value.length;
    if (value === null || typeof value !== "object")
        return 8;
    let weight = 2;
    for (const key in value)
        weight += key.length + weigh(value[key]);
    return weight;
}
function weightOf({ type, content, buffers = [] }) {
    if (type === "stream")
        return PIECE + String(content.text).length;
    return buffers.reduce((sum, { byteLength }) => sum + byteLength, ENVELOPE + weigh(content));
}
function createOutlet(port, control) {
    /** Waits until the wire has caught up; an interrupt lets the caller go on to where it is stopped. */
    function wait() {
        const interrupts = Atomics.load(control, messages_1.Control.interrupts);
        for (;;) {
            const unsent = Atomics.load(control, messages_1.Control.unsent);
            if (unsent <= exports.BOUND || Atomics.load(control, messages_1.Control.interrupts) !== interrupts)
                return;
            Atomics.wait(control, messages_1.Control.unsent, unsent, 100);
        }
    }
    return {
        publish(message) {
            const weight = weightOf(message);
            Atomics.add(control, messages_1.Control.unsent, weight);
            port.postMessage({ kind: "publish", ...message, weight });
            wait();
        },
    };
}
