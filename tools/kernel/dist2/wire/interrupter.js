"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createInterrupter = createInterrupter;
/**
 * Stops what the session runs. It is asked first; a session that does not answer is in the middle of
 * a computation, which is then ended from outside, by way of V8's inspector, as often as it takes.
 */
const promises_1 = require("node:timers/promises");
const messages_1 = require("../messages");
const terminate_1 = require("./terminate");
/** Milliseconds in which a session whose thread is free answers. */
const PATIENCE = 100;
function createInterrupter(session, control) {
    let ready = false;
    let free = false;
    let heard = () => { };
    let stopping = null;
    const tell = (kind) => session.postMessage({ kind });
    /** Ends what runs; a thread that is free by then meets the end at its next call, and is given one. */
    async function force() {
        let ended = false;
        const end = (0, terminate_1.terminate)().then(() => {
            ended = true;
        });
        while (!ended) {
            tell("terminated");
            await Promise.race([end, (0, promises_1.setTimeout)(PATIENCE)]);
        }
        tell("terminated");
    }
    async function stop() {
        free = false;
        const answer = new Promise((resolve) => {
            heard = resolve;
        });
        for (const place of [messages_1.Control.interrupts, messages_1.Control.answers]) {
            Atomics.add(control, place, 1);
            Atomics.notify(control, place);
        }
        Atomics.notify(control, messages_1.Control.unsent);
        tell("interrupt");
        for (;;) {
            await Promise.race([answer, (0, promises_1.setTimeout)(PATIENCE)]);
            if (free || !ready)
                return;
            await force();
        }
    }
    return {
        interrupt() {
            stopping ??= stop().finally(() => {
                stopping = null;
            });
        },
        ready() {
            ready = true;
        },
        answered() {
            free = true;
            heard();
        },
        settled: () => stopping ?? Promise.resolve(),
    };
}
