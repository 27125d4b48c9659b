"use strict";
/** Changes to a cell's text, and where each place of the changed text comes from. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.createEdits = createEdits;
function createEdits(source) {
    const changes = [];
    const led = new Map();
    function inOrder() {
        return [...changes].sort((a, b) => a.at - b.at || Number(b.closes) - Number(a.closes));
    }
    function apply(head, stretches) {
        const ordered = inOrder();
        const pieces = [];
        const texts = [head];
        let length = head.length;
        const add = (text, origin, copied) => {
            if (text === "")
                return;
            pieces.push({ start: length, origin, copied });
            texts.push(text);
            length += text.length;
        };
        for (const [start, end] of stretches) {
            let done = start;
            for (const { at, end: until, text, closes } of ordered) {
                if (at < start || at > end)
                    continue;
                if (at === (closes ? start : end) && at > 0 && at < source.length)
                    continue;
                add(source.slice(done, at), done, true);
                add(text, at, false);
                done = Math.max(done, until);
            }
            add(source.slice(done, end), done, true);
        }
        const origin = (offset) => {
            const found = originOf(pieces, offset);
            return found === undefined ? undefined : (led.get(found) ?? found);
        };
        return { text: texts.join(""), origin };
    }
    return {
        before: (at, text) => changes.push({ at, end: at, text, closes: false }),
        after: (at, text) => changes.push({ at, end: at, text, closes: true }),
        remove: (at, end) => changes.push({ at, end, text: "", closes: false }),
        lead: (at, origin) => led.set(at, origin),
        apply,
    };
}
/** The last piece that begins at or before the offset tells. */
function originOf(pieces, offset) {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (pieces[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    const piece = pieces[low - 1];
    if (!piece)
        return undefined;
    return piece.copied ? piece.origin + offset - piece.start : piece.origin;
}
