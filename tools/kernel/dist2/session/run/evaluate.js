"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.offsetOf = void 0;
exports.createEvaluate = createEvaluate;
/** Runs compiled cells through tslab's executor, whose converter and console are ours. */
const node_module_1 = require("node:module");
const interrupts_1 = require("./interrupts");
/** What tslab puts before a cell, and what we put around one that waits: its promise is for us alone. */
const TSLAB = "(function(exports, require) { ";
const [WAITS, WAITS_END] = ["__tslab__.promise = (async () => { ", "\n})();"];
/** How far the first line of a cell is moved to the right when it runs. */
const offsetOf = ({ hasAwait }) => TSLAB.length + (hasAwait ? WAITS.length : 0);
exports.offsetOf = offsetOf;
/**
 * Loads tslab's executor alone. It asks `metadata` for the modes of a cell, which the language
 * thread has settled, and would load the whole of TypeScript for that.
 */
function loadExecutor() {
    const path = require.resolve("tslab/dist/metadata");
    if (!require.cache[path]) {
        const standIn = new node_module_1.Module(path);
        standIn.loaded = true;
        standIn.exports = { getCodeMetadata: () => ({}) };
        require.cache[path] = standIn;
    }
    return require("tslab/dist/executor");
}
/** @param folder - The notebook's, from which modules are found. */
function createEvaluate(folder) {
    let next;
    let failure;
    const convert = () => ({
        diagnostics: [],
        output: next.hasAwait ? WAITS + next.output + WAITS_END : next.output,
        sideOutputs: next.modules,
    });
    const executor = loadExecutor().createExecutor(folder, { node: { convert } }, {
        error(thrown) {
            failure = { thrown: isSigint(thrown) ? new interrupts_1.Interrupted() : thrown };
        },
    });
    return async (compiled) => {
        next = compiled;
        failure = undefined;
        // exports of its own: a cell that was stopped may still write to those it got
        const exports = {};
        Object.assign(globalThis.__tslab__, { exports, promise: undefined });
        const executed = executor.execute(""); // runs the cell before it returns
        const failed = failure;
        const { promise } = globalThis.__tslab__;
        await executed;
        if (failed)
            return failed;
        try {
            await promise;
        }
        catch (thrown) {
            return { thrown };
        }
        const { lastExpression } = compiled;
        return { value: lastExpression === undefined ? undefined : exports[lastExpression] };
    };
}
/** Where the terminal's Ctrl-C reaches the process, Node ends the script with this error. */
const isSigint = (thrown) => thrown instanceof Error && "code" in thrown && thrown.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
