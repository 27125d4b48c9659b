"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.dropExport = dropExport;
/** A cell exports nothing: what it declares is known to later cells anyway. */
const typescript_1 = require("../typescript");
/** `export { a } from "m"` still loads the module; `export { a }` does nothing. */
function exportDeclaration(node, { edits, file }) {
    const start = node.getStart(file);
    if (!node.moduleSpecifier || node.isTypeOnly) {
        edits.remove(start, node.end);
        return;
    }
    edits.remove(start, node.moduleSpecifier.getStart(file));
    edits.before(start, "import ");
}
/** A function or class without a name is a value that nobody keeps. */
function withoutName(node) {
    return (typescript_1.ts.isFunctionDeclaration(node) || typescript_1.ts.isClassDeclaration(node)) && !node.name;
}
function dropExport(node, context) {
    const { edits, file } = context;
    if (typescript_1.ts.isExportDeclaration(node)) {
        exportDeclaration(node, context);
        return;
    }
    const modifiers = typescript_1.ts.canHaveModifiers(node) ? (typescript_1.ts.getModifiers(node) ?? []) : [];
    for (const modifier of modifiers) {
        const { kind } = modifier;
        if (kind !== typescript_1.ts.SyntaxKind.ExportKeyword && kind !== typescript_1.ts.SyntaxKind.DefaultKeyword)
            continue;
        edits.remove(modifier.getStart(file), modifier.end);
    }
    if (!withoutName(node))
        return;
    edits.before(node.getStart(file), ";(");
    edits.after(node.end, ")");
}
