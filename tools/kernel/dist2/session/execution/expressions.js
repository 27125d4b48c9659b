"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.evaluateExpressions = evaluateExpressions;
/** `user_expressions`: values that a client wants to know after a cell. */
const traceback_1 = require("../errors/traceback");
const json_1 = require("../output/json");
const result_1 = require("../results/result");
const run_1 = require("../run/run");
const code_1 = require("./code");
const failed = (error) => ({ status: "error", ...error });
async function evaluateOne(parts, run, code) {
    const ended = await (0, code_1.runCode)(parts, run, code, parts.counter.next(false));
    if ("error" in ended)
        return failed(ended.error);
    try {
        const value = "value" in ended ? ended.value : undefined;
        const bundle = (await (0, run_1.within)(run, () => (0, result_1.bundlesOf)(value, parts.display))).at(-1);
        return { status: "ok", data: (0, json_1.toBundle)(bundle), metadata: {} };
    }
    catch (thrown) {
        return failed((0, traceback_1.errorContent)(thrown, parts.stacks));
    }
}
/** The value of each expression, or why it has none, under the client's name for it. */
async function evaluateExpressions(parts, run, expressions) {
    const values = {};
    for (const [name, code] of Object.entries(expressions ?? {})) {
        values[name] = await evaluateOne(parts, run, String(code));
    }
    return values;
}
