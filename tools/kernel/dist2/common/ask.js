"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.asker = asker;
function asker(port) {
    const waiting = new Map();
    let last = 0;
    port.on("message", (answer) => {
        const asked = waiting.get(answer.id);
        waiting.delete(answer.id);
        if ("error" in answer)
            asked?.reject(new Error(answer.error));
        else
            asked?.resolve(answer.result);
    });
    return (ask, of) => new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve: resolve, reject });
        port.postMessage({ id, ask, of });
    });
}
