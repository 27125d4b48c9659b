"use strict";
/** Lines and columns of a text, both from 0, in UTF-16 units. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.linesOf = linesOf;
function linesOf(text) {
    const starts = [0];
    for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g))
        starts.push(index + end.length);
    return {
        offset: (line, character) => starts[line] + character,
        position(offset) {
            let low = 0;
            let high = starts.length;
            while (high - low > 1) {
                const middle = (low + high) >> 1;
                if (starts[middle] <= offset)
                    low = middle;
                else
                    high = middle;
            }
            return { line: low, character: offset - starts[low] };
        },
    };
}
