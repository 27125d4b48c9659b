"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createScope = createScope;
const typescript_1 = require("../typescript");
const cell_1 = require("./cell");
const names_1 = require("./names");
function createScope(project) {
    const names = new Map();
    let kept = 0;
    const cells = new WeakSet();
    let head;
    return {
        read: (text, name) => (0, cell_1.parseCell)(project.newPath(name), text),
        enter(file) {
            project.include(file);
            typescript_1.ts.bindSourceFile(file, project.options);
            file.parent = head;
            project.adopt(file);
            cells.add((0, typescript_1.plain)(file));
        },
        keep(file) {
            if (!file.locals?.size)
                return;
            kept++;
            for (const { text } of (0, names_1.declaredNames)(file, project.program().getTypeChecker())) {
                names.set(text, kept);
            }
            head = file;
        },
        knows: (name) => names.has(name),
        recency: (name) => names.get(name) ?? 0,
        isCell: (file) => cells.has(file),
    };
}
