"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createExecutions = createExecutions;
/**
 * What the session does, in the order it was asked for, one request at a time. When a cell fails,
 * those that were sent before its client could know are aborted, and none that came after.
 */
const promises_1 = require("node:timers/promises");
/** Whether this outcome means that the cells which wait are not to be run. */
const stops = ({ header, content }, { status }) => header.msg_type === "execute_request" && status === "error" && content.stop_on_error !== false;
function createExecutions(work) {
    let pending = [];
    let running = null;
    let received = 0;
    function next() {
        running = pending.shift() ?? null;
        if (running)
            work.begin(running);
    }
    /** Waits until what lies in the socket has been received: two turns of the event loop bring nothing. */
    async function drain() {
        for (let quiet = 0, before = received; quiet < 2; quiet++) {
            await (0, promises_1.setImmediate)();
            if (received !== before)
                [before, quiet] = [received, -1];
        }
    }
    /** Takes the executions that wait out of the queue. */
    function takeExecutions() {
        const taken = pending.filter(({ header }) => header.msg_type === "execute_request");
        pending = pending.filter((request) => !taken.includes(request));
        return taken;
    }
    return {
        add(request) {
            received++;
            pending.push(request);
            if (!running)
                next();
        },
        async finish(id, content, metadata) {
            const request = running;
            if (request?.header.msg_id !== id)
                return;
            await work.settled();
            const stopped = stops(request, content);
            if (stopped)
                await drain();
            const aborted = stopped ? takeExecutions() : [];
            work.end(request, content, metadata);
            for (const waiting of aborted)
                work.abort(waiting);
            next();
        },
        running: () => running,
    };
}
