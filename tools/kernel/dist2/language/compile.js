"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.compile = compile;
const diagnostics_1 = require("./check/diagnostics");
const magics_1 = require("./check/magics");
const reserved_1 = require("./check/reserved");
const cell_1 = require("./edits/cell");
const emit_1 = require("./emit/emit");
const inspect_1 = require("./inspect/inspect");
/** The cell's errors: of how it is written, else of the files it imports, else of its types. */
function errorsOf(cell, { place, project, scope, modules }) {
    const syntax = (0, diagnostics_1.syntaxErrors)(cell);
    if (syntax.length > 0)
        return syntax;
    scope.enter(cell);
    const types = (0, diagnostics_1.typeErrors)(cell, place, project.program());
    return [...modules.errors(cell), ...types, ...(0, reserved_1.reservedErrors)(cell)];
}
function help(code, workshop) {
    const asked = (0, magics_1.askedFor)(code);
    const data = asked && (0, inspect_1.documentation)(asked.name, asked.name.length, asked.detail, workshop);
    return data && { kind: "help", data };
}
function compile(code, count, workshop) {
    const { place, project, scope, modules } = workshop;
    const name = `cell-${count}`;
    const cell = scope.read(code, name);
    const errors = errorsOf(cell, workshop);
    if (errors.length > 0) {
        const refused = { kind: "refused", diagnostics: (0, magics_1.explainMagics)(code, errors) };
        return help(code, workshop) ?? refused;
    }
    const rewritten = (0, cell_1.rewriteCell)(place, cell, scope, project.program().getTypeChecker());
    const emitted = (0, emit_1.emitCell)(code, rewritten, `${name}.ts`);
    scope.keep(cell);
    return {
        kind: "code",
        ...emitted,
        hasAwait: rewritten.hasAwait,
        names: rewritten.names.map(({ text }) => text),
        imports: (0, emit_1.loadedBy)(emitted.output, rewritten.imports),
        ...(rewritten.lastExpression ? { lastExpression: rewritten.lastExpression } : {}),
        modules: modules.handOver(cell),
    };
}
