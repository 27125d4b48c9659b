"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Requests = void 0;
const traceback_1 = require("./errors/traceback");
const execution_1 = require("./execution/execution");
const guard_1 = require("./run/guard");
const interrupts_1 = require("./run/interrupts");
const run_1 = require("./run/run");
// the learner may replace the global one
const { setTimeout } = globalThis;
class Requests {
    parts;
    comms;
    running;
    interrupts;
    post;
    execution;
    constructor(parts, comms, running, interrupts, post) {
        this.parts = parts;
        this.comms = comms;
        this.running = running;
        this.interrupts = interrupts;
        this.post = post;
    }
    /** The user wants what runs to stop. */
    interrupt() {
        this.interrupts.notice();
        // code that swallows its end and goes on holds this timer up, and is then ended by force
        if (this.running.current)
            setTimeout(() => this.interrupts.answer(), interrupts_1.GRACE);
        else
            this.interrupts.answer();
    }
    receive(request) {
        (0, guard_1.restoreGlobals)(); // a timer may have replaced them
        const { header, content } = request;
        const { msg_type } = header;
        if (msg_type === "execute_request")
            this.execute(request);
        else if (msg_type === "history_request") {
            this.reply(header.msg_id, this.parts.history.reply(content));
        }
        else if (msg_type === "comm_info_request") {
            this.reply(header.msg_id, this.comms.info(content.target_name));
        }
        else
            this.comm(request);
    }
    /** What runs was ended by force. */
    ended() {
        this.execution?.stopped();
    }
    execute(request) {
        this.execution = new execution_1.Execution(this.parts, request, (content) => {
            this.reply(request.header.msg_id, content);
            this.execution = undefined;
        });
        this.running.current = this.execution.run;
        this.execution.start();
    }
    comm({ header, content, buffers }) {
        const run = new run_1.Run(header);
        this.running.current = run;
        const { output, stacks } = this.parts;
        try {
            (0, run_1.within)(run, () => this.comms.receive(header.msg_type, content, buffers));
        }
        catch (thrown) {
            output.error(run, (0, traceback_1.errorContent)(thrown, stacks));
        }
        this.reply(header.msg_id, { status: "ok" });
    }
    reply(to, content) {
        this.running.current = undefined;
        this.post({ kind: "reply", to, content });
        this.interrupts.answer();
    }
}
exports.Requests = Requests;
