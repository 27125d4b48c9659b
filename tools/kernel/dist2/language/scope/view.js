"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.view = view;
/** A cell that is being written, as the language service sees it: behind all cells so far, not yet one of them. */
const node_path_1 = require("node:path");
const place_1 = require("../place");
const typescript_1 = require("../typescript");
const cell_1 = require("./cell");
/**
 * Nothing is checked in it, so that one path does for all. A line more lets the cursor always stand
 * inside of the file: where it stood at the end, TypeScript would go on to the cell before.
 */
function view(code, { place, scope, project }) {
    const cell = (0, cell_1.parseCell)((0, place_1.slashed)((0, node_path_1.join)(place.cwd, "cell.ts")), `${code}\n`);
    scope.enter(cell);
    const program = project.program();
    return {
        path: cell.path,
        file: (0, typescript_1.plain)(cell),
        program,
        checker: program.getTypeChecker(),
        service: project.service,
    };
}
