"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createTraining = createTraining;
const run_1 = require("./run");
function createTraining(interrupts) {
    const inTraining = new Map();
    function begin(model) {
        const run = (0, run_1.currentRun)();
        let asked = false;
        inTraining.set(model, run);
        Object.defineProperty(model, "stopTraining_", {
            configurable: true,
            enumerable: true,
            get() {
                interrupts.notice();
                if (run?.stopped)
                    interrupts.answer(); // tfjs ends the training, and lets the thread go
                return asked || run?.stopped === true;
            },
            set(stop) {
                asked = stop;
            },
        });
    }
    function end(model) {
        inTraining.delete(model);
        const field = { value: false, writable: true, configurable: true, enumerable: true };
        Object.defineProperty(model, "stopTraining_", field);
    }
    const watched = (fit) => async function (...args) {
        if (inTraining.has(this))
            return fit.apply(this, args); // tfjs says what is wrong with that
        begin(this);
        try {
            return await fit.apply(this, args);
        }
        finally {
            end(this);
        }
    };
    return {
        watch({ LayersModel: { prototype } }) {
            prototype.fit = watched(prototype.fit);
            prototype.fitDataset = watched(prototype.fitDataset);
        },
        release() {
            for (const [model, run] of inTraining) {
                if (!run?.stopped)
                    continue;
                end(model);
                model.isTraining = false;
            }
        },
    };
}
