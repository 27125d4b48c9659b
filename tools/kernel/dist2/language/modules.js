"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createModules = createModules;
const diagnostics_1 = require("./check/diagnostics");
const edits_1 = require("./edits/edits");
const imports_1 = require("./edits/imports");
const emit_1 = require("./emit/emit");
const modules_1 = require("./program/modules");
function createModules(place, project) {
    const handedOver = new Map();
    const reached = (cell) => (0, modules_1.reachedSources)(place, project.program(), cell);
    function compiled(file) {
        const edits = (0, edits_1.createEdits)(file.text);
        (0, imports_1.redirectImports)(place, file, edits);
        const edited = edits.apply("", [[0, file.text.length]]);
        return { path: (0, modules_1.compiledPath)(file.path), data: (0, emit_1.emitModule)(file.text, edited, file.path) };
    }
    return {
        errors: (cell) => reached(cell).flatMap((file) => (0, diagnostics_1.moduleErrors)(file, place, project.program())),
        handOver(cell) {
            const fresh = reached(cell).filter((file) => handedOver.get(file.path) !== file.version);
            for (const file of fresh)
                handedOver.set(file.path, file.version);
            return fresh.map(compiled);
        },
    };
}
