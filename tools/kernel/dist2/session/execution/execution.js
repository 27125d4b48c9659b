"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Execution = void 0;
const describe_1 = require("../errors/describe");
const traceback_1 = require("../errors/traceback");
const result_1 = require("../results/result");
const interrupts_1 = require("../run/interrupts");
const run_1 = require("../run/run");
const code_1 = require("./code");
const expressions_1 = require("./expressions");
// the learner may replace the global one
const { setTimeout } = globalThis;
class Execution {
    parts;
    reply;
    run;
    code;
    shown;
    expressions;
    answered = false;
    constructor(parts, request, reply) {
        this.parts = parts;
        this.reply = reply;
        const { code, silent, store_history, allow_stdin, user_expressions } = request.content;
        const stored = silent !== true && store_history !== false;
        const count = parts.counter.next(stored);
        this.run = new run_1.Run(request.header, count, allow_stdin === true);
        this.run.onStop = () => setTimeout(() => this.stopped(), interrupts_1.GRACE);
        this.code = String(code ?? "");
        this.shown = silent !== true;
        this.expressions = user_expressions;
        if (stored)
            parts.history.add(count, this.code);
    }
    /** Runs the cell. It may never return: a cell that is ended by force takes this call with it. */
    start() {
        this.execute().catch((fault) => this.fail(errorOfKernel(fault)));
    }
    /** Answers for a cell that was stopped, unless it has been answered. */
    stopped() {
        this.fail((0, traceback_1.errorContent)(new interrupts_1.Interrupted(), this.parts.stacks));
    }
    async execute() {
        const { parts, run } = this;
        if (this.shown)
            (0, run_1.within)(run, () => parts.output.input(this.code, this.number));
        const ended = await (0, code_1.runCode)(parts, run, this.code);
        if ("error" in ended)
            return this.fail(ended.error);
        const payload = [];
        if ("kind" in ended)
            payload.push({ source: "page", data: ended.data, start: 0 });
        else if (this.shown) {
            const error = await this.show(ended.value);
            if (error)
                return this.fail(error);
        }
        const user_expressions = await (0, expressions_1.evaluateExpressions)(parts, run, this.expressions);
        this.answer({ status: "ok", user_expressions, payload });
    }
    /** The number that the client is told. */
    get number() {
        return Math.max(this.run.count, this.parts.counter.cells);
    }
    /** Shows the value of the cell; what cannot be shown is the cell's error. */
    async show(value) {
        const { output, display, history, stacks } = this.parts;
        if (value === undefined || value === null)
            return undefined;
        try {
            const bundles = await (0, run_1.within)(this.run, () => (0, result_1.bundlesOf)(value, display));
            if (this.answered)
                return undefined;
            (0, run_1.within)(this.run, () => {
                for (const bundle of bundles.slice(0, -1))
                    output.display(bundle);
                output.result(bundles.at(-1), this.number);
            });
            history.result(this.run.count, String(bundles.at(-1)["text/plain"]));
            return undefined;
        }
        catch (thrown) {
            return (0, traceback_1.errorContent)(thrown, stacks);
        }
    }
    fail(error) {
        if (this.answered)
            return;
        this.parts.output.error(this.run, error);
        this.answer({ status: "error", ...error, user_expressions: {}, payload: [] });
    }
    answer(content) {
        if (this.answered)
            return;
        this.parts.late.flush();
        this.reply({ ...content, execution_count: this.number });
        this.answered = true;
    }
}
exports.Execution = Execution;
/** Something failed that is no part of the learner's code. */
function errorOfKernel(fault) {
    const { ename, evalue } = (0, describe_1.describeThrown)(fault);
    const text = `The kernel itself failed, not the cell: ${ename}: ${evalue}`;
    return { ename: "KernelError", evalue: `${ename}: ${evalue}`, traceback: [text] };
}
