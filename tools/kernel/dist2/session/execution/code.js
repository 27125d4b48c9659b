"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.runCode = runCode;
const diagnostics_1 = require("../errors/diagnostics");
const sources_1 = require("../errors/sources");
const traceback_1 = require("../errors/traceback");
const scan_1 = require("../modules/scan");
const guard_1 = require("../run/guard");
const interrupts_1 = require("../run/interrupts");
const run_1 = require("../run/run");
const putBack = (names) => `The kernel cannot do without ${names.join(", ")} as they were, and has put them back.\n`;
/**
 * @param run - Whom all that it does belongs to.
 * @param count - The number of the code, under which errors name it.
 */
async function runCode(parts, run, code, count = run.count) {
    const { ask, evaluate, modules, output, sources, stacks } = parts;
    const answer = ask("compile", { code, count });
    (0, run_1.within)(run, () => modules.preload((0, scan_1.importsOf)(code)));
    const compiled = await answer;
    if (compiled.kind === "help")
        return compiled;
    if (compiled.kind === "refused") {
        return { error: (0, diagnostics_1.refusal)(compiled.diagnostics, code, (0, sources_1.labelOf)(count)) };
    }
    sources.add(count, code, compiled, run);
    try {
        await (0, run_1.within)(run, () => modules.prepare(compiled.imports));
        if (run.stopped)
            throw new interrupts_1.Interrupted();
        const outcome = await (0, run_1.within)(run, () => evaluate(compiled));
        const replaced = (0, guard_1.restoreGlobals)();
        if (replaced.length > 0)
            (0, run_1.within)(run, () => output.stream("stderr", putBack(replaced)));
        return "thrown" in outcome ? { error: (0, traceback_1.errorContent)(outcome.thrown, stacks) } : outcome;
    }
    catch (thrown) {
        return { error: (0, traceback_1.errorContent)(thrown, stacks) };
    }
}
