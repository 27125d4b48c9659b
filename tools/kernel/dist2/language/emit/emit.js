"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.emitCell = emitCell;
exports.emitModule = emitModule;
exports.loadedBy = loadedBy;
const options_1 = require("../options");
const typescript_1 = require("../typescript");
const sourceMap_1 = require("./sourceMap");
const COMMENT = /\/\/# sourceMappingURL=.*\s*$/;
function emit(source, edited, name) {
    const { outputText, sourceMapText } = typescript_1.ts.transpileModule(edited.text, {
        fileName: name,
        compilerOptions: { ...options_1.emitOptions, sourceMap: true },
    });
    return {
        output: outputText.replace(COMMENT, ""),
        map: (0, sourceMap_1.mapToSource)(sourceMapText, name, source, edited),
    };
}
/** A cell's code; stacks name it. */
function emitCell(source, edited, name) {
    const { output, map } = emit(source, edited, name);
    return { output: `${output}//# sourceURL=${name}`, map };
}
/** A module's code, with its map in it. */
function emitModule(source, edited, path) {
    const { output, map } = emit(source, edited, path);
    const data = Buffer.from(map).toString("base64");
    return `${output}//# sourceMappingURL=data:application/json;base64,${data}\n`;
}
/** Those of the names that the code loads when it starts: TypeScript leaves out what gives types alone. */
function loadedBy(output, names) {
    return names.filter((name) => [JSON.stringify(name), `'${name}'`].some((literal) => output.includes(`require(${literal})`)));
}
