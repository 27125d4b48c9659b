"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.nameHint = nameHint;
/** What to do when a name is not found: the course's library may have it. */
const node_path_1 = require("node:path");
const place_1 = require("../place");
const library_1 = require("../program/library");
const typescript_1 = require("../typescript");
/** All ways in which the library has a name: itself, or in its modules. */
function inLibrary(name, place, program) {
    const file = program.getSourceFile((0, place_1.slashed)((0, node_path_1.join)(place.root, "lib", "dist", "index.d.ts")));
    const checker = program.getTypeChecker();
    const library = file && checker.getSymbolAtLocation(file);
    if (!library)
        return [];
    const exports = checker.getExportsOfModule(library);
    if (exports.some((one) => one.name === name))
        return [name];
    const isModule = (one) => (one.flags & typescript_1.ts.SymbolFlags.ValueModule) !== 0;
    const has = (one) => checker.getExportsOfModule(one).some((part) => part.name === name);
    return exports
        .filter((one) => one.flags & typescript_1.ts.SymbolFlags.Alias)
        .filter((one) => isModule(checker.getAliasedSymbol(one)) && has(checker.getAliasedSymbol(one)))
        .map((one) => `${one.name}.${name}`);
}
function nameHint(name, place, program) {
    const found = inLibrary(name, place, program);
    if (found.length === 0)
        return "No cell that has been run declares it.";
    const imported = found.map((one) => one.split(".")[0]).join(", ");
    const inside = found[0] === name ? "" : `, as ${found.join(" or ")}`;
    return `The course's library has it${inside}: import { ${imported} } from "${library_1.COURSE}".`;
}
