"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
/** The language thread: answers questions of both other threads, one at a time, in the order they come. */
const node_worker_threads_1 = require("node:worker_threads");
const language_1 = require("./language");
const place_1 = require("./place");
function answer(language, { id, ask, of }) {
    try {
        return { id, result: language[ask](of) };
    }
    catch (error) {
        return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
}
function serve(port, language) {
    port.on("message", (question) => port.postMessage(answer(language, question)));
}
const { wire, session } = node_worker_threads_1.workerData;
const language = (0, language_1.createLanguage)({ cwd: process.cwd(), root: (0, place_1.projectRoot)() });
serve(wire, language);
serve(session, language);
