"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createDialogue = createDialogue;
const messages_1 = require("../messages");
const log_1 = require("./log");
function createDialogue(line, codec, typed, control) {
    let asked = false;
    return {
        ask({ parent, prompt, password }, request) {
            if (!request) {
                (0, log_1.log)("a question that belongs to no request was not asked");
                return;
            }
            asked = true;
            const content = { prompt, password };
            line.send(codec.encode(request.identities, { type: "input_request", parent, content }));
        },
        take({ header, content }) {
            if (header.msg_type !== "input_reply" || !asked) {
                (0, log_1.log)(`nobody waits for the ${header.msg_type} on stdin`);
                return;
            }
            asked = false;
            typed.postMessage({ value: String(content.value ?? "") });
            Atomics.add(control, messages_1.Control.answers, 1);
            Atomics.notify(control, messages_1.Control.answers);
        },
        forget() {
            asked = false;
        },
    };
}
