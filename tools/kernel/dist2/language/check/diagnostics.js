"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.syntaxErrors = void 0;
exports.typeErrors = typeErrors;
exports.moduleErrors = moduleErrors;
/** What TypeScript objects to, in the kernel's form. */
const node_path_1 = require("node:path");
const typescript_1 = require("../typescript");
const diagnostic_1 = require("./diagnostic");
const hints_1 = require("./hints");
const paths_1 = require("./paths");
/** What keeps a file from being read. */
const syntaxErrors = (file) => file.parseDiagnostics.map((one) => (0, diagnostic_1.toDiagnostic)(one, "syntax"));
exports.syntaxErrors = syntaxErrors;
/** Not for a cell: `import x = require("m")` is emitted as what it says. */
const ALLOWED = new Set([1202]);
/** What does not fit together in a file. */
function typeErrors(file, place, program) {
    return program
        .getSemanticDiagnostics((0, typescript_1.plain)(file))
        .filter(({ category, code }) => category === typescript_1.ts.DiagnosticCategory.Error && !ALLOWED.has(code))
        .map((one) => {
        const diagnostic = (0, diagnostic_1.toDiagnostic)(one, "type");
        const lines = [(0, paths_1.shortenPaths)(diagnostic.message, place), (0, hints_1.hintFor)(one, place, program)];
        return { ...diagnostic, message: lines.filter((line) => line !== undefined).join("\n") };
    });
}
/** The errors of a module's file, which is named. */
function moduleErrors(file, place, program) {
    const syntax = (0, exports.syntaxErrors)(file);
    const errors = syntax.length > 0 ? syntax : typeErrors(file, place, program);
    const name = (0, node_path_1.relative)(place.cwd, file.path);
    return errors.map((one) => ({ ...one, file: name }));
}
