"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createAwaits = createAwaits;
/** What the `await`s of cells become, so that each is a place where a cell can be stopped. */
const context_1 = require("./context");
function createAwaits(interrupts) {
    function each(source) {
        return { [Symbol.asyncIterator]: () => checked(iteratorOf(source)) };
    }
    function checked(iterator) {
        return {
            async next() {
                interrupts.check();
                const frame = (0, context_1.now)();
                const result = await iterator.next();
                (0, context_1.resume)(frame);
                interrupts.check();
                return result;
            },
            // leaving the loop ends what feeds it, as in a loop that was not rewritten
            async return(value) {
                const ended = await iterator.return?.(value);
                return ended ?? { done: true, value: undefined };
            },
        };
    }
    return {
        each,
        now: context_1.now,
        resumed(frame, value) {
            (0, context_1.resume)(frame);
            interrupts.check();
            return value;
        },
    };
}
function iteratorOf(source) {
    const open = source?.[Symbol.asyncIterator];
    if (typeof open === "function")
        return open.call(source);
    const openEach = source?.[Symbol.iterator];
    if (typeof openEach !== "function")
        throw new TypeError(`${String(source)} is not async iterable`);
    return fromSync(openEach.call(source));
}
/** Items of an ordinary iterable, each awaited. */
async function* fromSync(iterator) {
    let finished = false;
    try {
        for (;;) {
            const result = iterator.next();
            finished = result.done === true;
            if (result.done)
                return;
            yield await result.value;
        }
    }
    finally {
        if (!finished)
            iterator.return?.();
    }
}
