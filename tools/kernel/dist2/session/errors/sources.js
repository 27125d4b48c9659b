"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Sources = exports.labelOf = exports.CellSource = void 0;
/** The sources of the cells that ran, and the way from a place in compiled code back to them. */
const node_module_1 = require("node:module");
const evaluate_1 = require("../run/evaluate");
class CellSource {
    label;
    compiled;
    run;
    lines;
    decoded;
    constructor(
    /** As it is called in a message: "cell 4". */
    label, code, compiled, 
    /** The run it is the code of. */
    run) {
        this.label = label;
        this.compiled = compiled;
        this.run = run;
        this.lines = code.split(/\r?\n/);
    }
    /** Where in the cell a place of its compiled code comes from; undefined for what we put in. */
    locate({ line, column }) {
        this.decoded ??= new node_module_1.SourceMap(JSON.parse(this.compiled.map));
        const offset = line === 1 ? (0, evaluate_1.offsetOf)(this.compiled) : 0;
        const entry = this.decoded.findEntry(line - 1, column - 1 - offset);
        if (!("originalLine" in entry) || entry.generatedLine !== line - 1)
            return undefined;
        const place = { line: entry.originalLine + 1, column: entry.originalColumn + 1 };
        return place.line <= this.lines.length ? place : undefined;
    }
}
exports.CellSource = CellSource;
/** The name under which the engine knows a cell's code: its `sourceURL`. */
const fileOf = (count) => `cell-${count}.ts`;
/** Cells that are not counted have numbers below 0. */
const labelOf = (count) => count > 0 ? `cell ${count}` : "a cell without a number";
exports.labelOf = labelOf;
class Sources {
    cells = new Map();
    add(count, code, compiled, run) {
        this.cells.set(fileOf(count), new CellSource((0, exports.labelOf)(count), code, compiled, run));
    }
    get(file) {
        return this.cells.get(file);
    }
}
exports.Sources = Sources;
