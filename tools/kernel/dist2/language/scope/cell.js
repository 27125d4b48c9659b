"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.parseCell = parseCell;
/** A cell as a source file: a module, whatever stands in it. */
const typescript_1 = require("../typescript");
function parseCell(path, text) {
    const file = typescript_1.ts.createSourceFile(path, text, {
        languageVersion: typescript_1.ts.ScriptTarget.ES2022,
        setExternalModuleIndicator(made) {
            made.externalModuleIndicator = true;
        },
    }, false, typescript_1.ts.ScriptKind.TS);
    return Object.assign(file, {
        path,
        resolvedPath: path,
        originalFileName: path,
        version: "cell",
        resolvedModules: typescript_1.ts.createModeAwareCache(),
        imports: [],
        moduleAugmentations: [],
        ambientModuleNames: [],
    });
}
