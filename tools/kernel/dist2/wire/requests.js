"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.FOR_SESSION = void 0;
exports.faultOf = faultOf;
exports.failure = failure;
exports.createAnswers = createAnswers;
const info_1 = require("./info");
/** Requests that the session answers, in order. */
exports.FOR_SESSION = new Set([
    "execute_request",
    "history_request",
    "comm_info_request",
    "comm_open",
    "comm_msg",
    "comm_close",
]);
/** Requests that hold a cell, by the number that they must hold beside it. */
const WITH_CODE = {
    execute_request: null,
    is_complete_request: null,
    complete_request: "cursor_pos",
    inspect_request: "cursor_pos",
};
/** What is wrong with a request that does not hold what its answer stands on. */
function faultOf({ header: { msg_type: type }, content }) {
    const number = WITH_CODE[type];
    const { code } = content;
    if (number === undefined)
        return null;
    if (typeof code !== "string") {
        return new TypeError(`${type}: code must be a string, got ${JSON.stringify(code)}`);
    }
    const value = number === null ? 0 : content[number];
    if (Number.isInteger(value) && value >= 0)
        return null;
    return new TypeError(`${type}: ${number} must be an integer ≥ 0, got ${JSON.stringify(value)}`);
}
/** The content of an answer that says that there is none. */
function failure(error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { status: "error", ename: name, evalue: message, traceback: (stack ?? "").split("\n") };
}
/** Answers that are given here or by the language thread, also while a cell runs. */
function createAnswers(connection, ask) {
    const info = (0, info_1.kernelInfo)();
    return {
        kernel_info_request: () => info,
        connect_request: () => ({
            status: "ok",
            ...Object.fromEntries(Object.entries(connection.ports).map(([channel, port]) => [`${channel}_port`, port])),
        }),
        complete_request: (content) => ask("complete", { code: content.code, cursor_pos: content.cursor_pos }),
        inspect_request: (content) => ask("inspect", {
            code: content.code,
            cursor_pos: content.cursor_pos,
            detail_level: content.detail_level === 1 ? 1 : 0,
        }),
        is_complete_request: (content) => ask("isComplete", { code: content.code }),
    };
}
