"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createInput = createInput;
/** `input("…")`: asks the reader under the cell and waits for the answer. */
const node_worker_threads_1 = require("node:worker_threads");
const messages_1 = require("../../messages");
const run_1 = require("../run/run");
/** The next answer, if there is one. */
const take = (port) => (0, node_worker_threads_1.receiveMessageOnPort)(port)?.message;
function createInput({ wire, typed, control }, interrupts) {
    return (prompt = "", { password = false } = {}) => {
        interrupts.check();
        const run = (0, run_1.currentRun)();
        if (!run?.mayAsk)
            throw new Error("input: this front end does not answer questions");
        while (take(typed)) {
            // an answer to a question that was broken off
        }
        const ask = { kind: "ask", parent: run.parent, prompt: String(prompt), password };
        let answers = Atomics.load(control, messages_1.Control.answers);
        wire.postMessage(ask);
        for (;;) {
            Atomics.wait(control, messages_1.Control.answers, answers);
            interrupts.check();
            const answer = take(typed);
            if (answer)
                return answer.value;
            answers = Atomics.load(control, messages_1.Control.answers);
        }
    };
}
