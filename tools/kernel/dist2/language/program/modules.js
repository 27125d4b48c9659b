"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.compiledPath = exports.isSource = void 0;
exports.reachedSources = reachedSources;
/** The learner's own `.ts` files that a cell reaches through its imports, from the innermost out. */
const place_1 = require("../place");
/** Whether a path is TypeScript that has to be compiled before Node can load it. */
const isSource = (place, path) => (0, place_1.isOwn)(place, path) && /\.[cm]?tsx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path);
exports.isSource = isSource;
/** Where the compiled form of a file is loaded from. */
const compiledPath = (path) => path.replace(/(\.d)?\.[cm]?tsx?$/, ".js");
exports.compiledPath = compiledPath;
function reachedSources(place, program, from) {
    const reached = new Set();
    const visit = (file) => {
        for (const { text } of file.imports) {
            const path = file.resolvedModules?.get(text, undefined)?.resolvedModule?.resolvedFileName;
            if (path === undefined || !(0, exports.isSource)(place, path))
                continue;
            const module = program.getSourceFile(path);
            if (!module || reached.has(module))
                continue;
            reached.add(module);
            visit(module);
        }
    };
    visit(from);
    return [...reached];
}
