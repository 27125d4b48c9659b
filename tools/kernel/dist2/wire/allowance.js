"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createAllowance = createAllowance;
const LIMIT = 10_000_000;
/** Cells whose output is remembered; the timers of older ones begin anew. */
const REMEMBERED = 64;
const NOTICE = `\n… the cell has printed more than ${LIMIT / 1e6} MB; what follows is not shown\n`;
function createAllowance(limit = LIMIT) {
    const printed = new Map();
    return (message) => {
        if (message.type !== "stream")
            return [message];
        const text = String(message.content.text);
        const cell = message.parent?.msg_id ?? "";
        const before = printed.get(cell) ?? 0;
        printed.set(cell, before + text.length);
        if (printed.size > REMEMBERED)
            printed.delete(printed.keys().next().value);
        if (before + text.length <= limit)
            return [message];
        if (before > limit)
            return [];
        const notice = { ...message, content: { name: "stderr", text: NOTICE } };
        const cut = text.slice(0, limit - before);
        if (cut === "")
            return [notice];
        return [{ ...message, content: { ...message.content, text: cut } }, notice];
    };
}
