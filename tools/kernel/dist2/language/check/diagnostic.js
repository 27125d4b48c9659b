"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.toDiagnostic = toDiagnostic;
const typescript_1 = require("../typescript");
function toDiagnostic(found, category) {
    const { file, start = 0, length = 0, code } = found;
    const from = file?.getLineAndCharacterOfPosition(start) ?? { line: 0, character: 0 };
    const to = file?.getLineAndCharacterOfPosition(start + length) ?? from;
    const message = typescript_1.ts.flattenDiagnosticMessageText(found.messageText, "\n");
    return { ...from, endLine: to.line, endCharacter: to.character, message, code, category };
}
