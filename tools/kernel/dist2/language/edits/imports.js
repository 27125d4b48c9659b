"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.redirectImports = redirectImports;
exports.importsFirst = importsFirst;
/** Imports: by the path under which the module can be loaded, and ahead of all other statements. */
const node_path_1 = require("node:path");
const library_1 = require("../program/library");
const modules_1 = require("../program/modules");
const typescript_1 = require("../typescript");
/** The path that Node can load where it could not find what the file says: the library, `.ts` files. */
function loadablePath(place, file, name) {
    const path = file.resolvedModules.get(name, undefined)?.resolvedModule?.resolvedFileName;
    if (path === undefined)
        return undefined;
    const isLibrary = (0, library_1.partOfLibrary)(place, name, (0, node_path_1.dirname)(file.path)) !== undefined;
    return isLibrary || (0, modules_1.isSource)(place, path) ? (0, modules_1.compiledPath)(path) : undefined;
}
/** Writes the paths that can be loaded into the text. Returns the names of what is loaded at the start. */
function redirectImports(place, file, edits) {
    const names = new Set();
    for (const literal of file.imports) {
        const path = loadablePath(place, file, literal.text);
        if (path !== undefined) {
            const at = literal.getStart((0, typescript_1.plain)(file));
            edits.remove(at, literal.end);
            edits.before(at, JSON.stringify(path));
        }
        const isCall = typescript_1.ts.isCallExpression(literal.parent) || typescript_1.ts.isLiteralTypeNode(literal.parent);
        if (!isCall)
            names.add(path ?? literal.text);
    }
    return [...names];
}
/** The stretches of a cell in the order in which they run: imports that stand behind something first. */
function importsFirst(file, edits) {
    const first = file.statements.findIndex((one) => !typescript_1.ts.isImportDeclaration(one));
    const late = first < 0 ? [] : file.statements.slice(first).filter(typescript_1.ts.isImportDeclaration);
    const moved = [];
    const rest = [];
    let done = 0;
    for (const node of late) {
        const start = node.getStart(file);
        edits.after(node.end, ";");
        moved.push([start, node.end]);
        rest.push([done, start]);
        done = node.end;
    }
    return [...moved, ...rest, [done, file.text.length]];
}
