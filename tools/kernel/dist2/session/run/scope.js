"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createScope = createScope;
/** The names of the cells: each stands for the very variable of the cell that declared it last. */
const run_1 = require("./run");
const cellName = (count) => count === undefined || count < 0 ? "the cell" : `cell ${count}`;
/** The name is declared, but its cell never came to the line that gives it a value. */
function withoutValue(name, cell) {
    return new ReferenceError(`${name} has no value: ${cellName(cell)}, which declares it, stopped before that line`);
}
function createScope() {
    const names = Object.create(null);
    const slots = new Map();
    /** One property for good, that looks into the slot: so the object keeps its shape and is fast. */
    function define(name, slot) {
        Object.defineProperty(names, name, {
            enumerable: true,
            get() {
                try {
                    return slot.read();
                }
                catch (error) {
                    throw error instanceof ReferenceError ? withoutValue(name, slot.cell) : error;
                }
            },
            set(value) {
                if (!slot.write) {
                    throw new TypeError(`${name} is a constant of ${cellName(slot.cell)}`);
                }
                try {
                    slot.write(value);
                }
                catch (error) {
                    throw error instanceof ReferenceError ? withoutValue(name, slot.cell) : error;
                }
            },
        });
    }
    return {
        names,
        bind(accesses) {
            const cell = (0, run_1.currentRun)()?.count;
            for (const name of Object.keys(accesses)) {
                const [read, write] = accesses[name];
                const slot = slots.get(name);
                if (slot)
                    Object.assign(slot, { read, write, cell });
                else {
                    const fresh = { read, write, cell };
                    slots.set(name, fresh);
                    define(name, fresh);
                }
            }
        },
    };
}
