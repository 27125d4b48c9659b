"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.sourceOf = sourceOf;
/** The source of what is inspected: the cell's own, the library's TypeScript, else the declaration. */
const node_fs_1 = require("node:fs");
const node_path_1 = require("node:path");
const place_1 = require("../place");
const typescript_1 = require("../typescript");
const LINES = 200;
/** Whether a statement declares that name. */
function declares(statement, name) {
    if (typescript_1.ts.isVariableStatement(statement)) {
        return statement.declarationList.declarations.some((one) => one.name.getText() === name);
    }
    return statement.name?.getText() === name;
}
/** Where the library's declarations come from, the TypeScript they were made of. */
function librarySource(place, path, name) {
    const part = (0, place_1.below)((0, node_path_1.join)(place.root, "lib", "dist"), path);
    if (part === undefined)
        return undefined;
    const original = (0, node_path_1.join)(place.root, "lib", part.replace(/\.d\.ts$/, ".ts"));
    if (!(0, node_fs_1.existsSync)(original))
        return undefined;
    const text = (0, node_fs_1.readFileSync)(original, "utf8");
    const file = typescript_1.ts.createSourceFile(original, text, typescript_1.ts.ScriptTarget.Latest, true);
    const found = file.statements.filter((one) => declares(one, name));
    return found.length > 0 ? found.map((one) => one.getText()).join("\n\n") : undefined;
}
/** A variable's declaration is read with its `const`. */
function whole(declaration) {
    const isVariable = typescript_1.ts.isVariableDeclaration(declaration) && typescript_1.ts.isVariableDeclarationList(declaration.parent);
    return isVariable ? declaration.parent.parent : declaration;
}
function sourceOf(declarations, place) {
    const [first] = declarations;
    if (!first || typescript_1.ts.isSourceFile(first))
        return undefined;
    const name = typescript_1.ts.getNameOfDeclaration(first)?.getText() ?? "";
    const path = first.getSourceFile().fileName;
    const text = librarySource(place, path, name) ??
        declarations.map((one) => whole(one).getText()).join("\n\n");
    const lines = text.split("\n");
    return lines.length > LINES ? [...lines.slice(0, LINES), "// …"].join("\n") : text;
}
