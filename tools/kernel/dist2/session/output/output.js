"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createOutput = createOutput;
const run_1 = require("../run/run");
const json_1 = require("./json");
/** @param check - Called before anything is shown; throws in a run that has been stopped. */
function createOutput(outlet, check) {
    function send(type, content, run = (0, run_1.currentRun)(), more = {}) {
        outlet.publish({ type, parent: run?.parent ?? null, content, ...more });
    }
    return {
        // (Node's console swallows what is thrown here, so a stopped loop that prints is ended by force)
        stream(name, text) {
            if (text !== "")
                send("stream", { name, text });
        },
        display(data, { displayId, update = false, metadata } = {}) {
            check();
            send(update ? "update_display_data" : "display_data", {
                data: (0, json_1.toBundle)(data),
                metadata: (0, json_1.toObject)(metadata),
                transient: displayId === undefined ? {} : { display_id: displayId },
            });
        },
        clear(wait) {
            check();
            send("clear_output", { wait });
        },
        result: (data, execution_count) => send("execute_result", { execution_count, data: (0, json_1.toBundle)(data), metadata: {} }),
        input: (code, execution_count) => send("execute_input", { code, execution_count }),
        error: (run, content) => send("error", { ...content }, run),
        comm(type, content, metadata, buffers = []) {
            send(type, (0, json_1.toObject)(content), (0, run_1.currentRun)(), { metadata: (0, json_1.toObject)(metadata), buffers });
        },
    };
}
