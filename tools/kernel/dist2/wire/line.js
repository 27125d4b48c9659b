"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createLine = createLine;
function createLine(socket) {
    let last = Promise.resolve();
    return {
        send(frames) {
            last = last.then(() => socket.send(frames));
        },
        sent: () => last,
    };
}
