"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Counter = void 0;
/** Numbers of cells: those that are stored count from 1, other code has numbers below 0. */
class Counter {
    /** The number of the latest cell. */
    cells = 0;
    others = 0;
    next(stored) {
        return stored ? ++this.cells : --this.others;
    }
}
exports.Counter = Counter;
