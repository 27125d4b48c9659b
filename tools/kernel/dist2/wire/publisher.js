"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createPublisher = createPublisher;
/**
 * The iopub channel: one queue, each send awaited (ZeroMQ takes a few hundred at once and no more).
 * Text of the same stream and parent that follows one another goes out as one message, of 64 kB at
 * most, held back for 50 ms at most, and never behind what was published after it.
 */
const outlet_1 = require("../common/outlet");
const messages_1 = require("../messages");
const GATHER_SIZE = 64 * 1024;
const GATHER_MS = 50;
/** The same for text of a session that is about to wait for it to leave. */
const PRESSED_MS = 2;
/** What jupyter_server does not count when it limits the rate of messages. */
const UNCOUNTED = new Set(["status", "comm_open", "execute_input"]);
const textOf = (message) => String(message.content.text);
/** Stream text in messages of moderate size, none of which ends within a character. */
function split(message) {
    const text = message.type === "stream" ? textOf(message) : "";
    if (text.length <= GATHER_SIZE)
        return [message];
    const parts = [];
    for (let from = 0, to = 0; from < text.length; from = to) {
        to = Math.min(from + GATHER_SIZE, text.length);
        if (/[\uD800-\uDBFF]/.test(text[to - 1]) && to < text.length)
            to--;
        parts.push({ ...message, content: { ...message.content, text: text.slice(from, to) } });
    }
    return parts;
}
function createPublisher(socket, codec, pace, allowance, control) {
    const queue = [];
    let running = false;
    let wake = () => { };
    /** Tells the session that so much has left. */
    function release(weight) {
        if (weight === 0)
            return;
        Atomics.sub(control, messages_1.Control.unsent, weight);
        Atomics.notify(control, messages_1.Control.unsent);
    }
    /** Whether the text was added to what waits at the queue's end. */
    function gather(message, weight) {
        const last = queue.at(-1);
        if (message.type !== "stream" || last?.type !== "stream" || last.closed)
            return false;
        const fits = last.size < GATHER_SIZE && last.parent?.msg_id === message.parent?.msg_id;
        if (!fits || last.content.name !== message.content.name)
            return false;
        const text = textOf(message);
        last.content = { name: last.content.name, text: textOf(last) + text };
        last.size += text.length;
        last.weight += weight;
        hasten(last);
        return true;
    }
    /** Text that is enough, or that the session soon waits for, is not held back for more of its kind. */
    function hasten(item) {
        const pressed = Atomics.load(control, messages_1.Control.unsent) > outlet_1.BOUND / 2;
        const due = item.size >= GATHER_SIZE ? 0 : performance.now() + PRESSED_MS;
        if (!(pressed || due === 0) || item.due <= due)
            return;
        item.due = due;
        wake();
    }
    /** Milliseconds for which the item still waits for more of its kind, or for the pace. */
    function delay(item) {
        const last = queue.some(({ type, closed }) => closed || type !== "stream");
        if (item.type !== "stream")
            return pace.delay(0, true);
        const gathers = last ? 0 : item.due - performance.now();
        return Math.max(gathers, pace.delay(item.size, last));
    }
    const pause = (ms) => new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
            clearTimeout(timer);
            resolve();
        };
    });
    async function send(item) {
        item.closed = true;
        const frames = codec.encode([item.topic ?? `kernel.${item.type}`], item);
        await socket.send(frames);
        queue.shift();
        if (item.type === "stream")
            pace.sent(frames.reduce((sum, frame) => sum + frame.length, 0));
        else if (!UNCOUNTED.has(item.type))
            pace.sent(0);
        release(item.weight);
        for (const resolve of item.whenSent)
            resolve();
    }
    async function run() {
        for (let item = queue[0]; item !== undefined; item = queue[0]) {
            // Characters are near enough to decide by; what was sent is counted in bytes.
            const wait = UNCOUNTED.has(item.type) ? 0 : delay(item);
            if (wait > 0)
                await pause(wait);
            else
                await send(item);
        }
        running = false;
    }
    function add(message, weight) {
        if (gather(message, weight))
            return;
        const size = message.type === "stream" ? textOf(message).length : 0;
        const due = performance.now() + GATHER_MS;
        queue.push({ ...message, weight, size, due, closed: false, whenSent: [] });
        wake();
        if (running)
            return;
        running = true;
        void run();
    }
    const publisher = {
        publish(message, weight = 0) {
            const parts = allowance(message).flatMap(split);
            if (parts.length === 0)
                release(weight);
            for (const [k, part] of parts.entries())
                add(part, k === parts.length - 1 ? weight : 0);
        },
        status(state, parent) {
            publisher.publish({ type: "status", parent, content: { execution_state: state } });
        },
        flush() {
            const last = queue.at(-1);
            if (!last)
                return Promise.resolve();
            last.closed = true;
            wake();
            return new Promise((resolve) => {
                last.whenSent.push(resolve);
            });
        },
    };
    return publisher;
}
