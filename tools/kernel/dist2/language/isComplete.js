"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isComplete = isComplete;
/** Answers `is_complete_request`, for front ends where Enter either runs a cell or begins a new line. */
const cell_1 = require("./scope/cell");
const typescript_1 = require("./typescript");
const INDENT = "  ";
/** A comment or a template is open: what follows is part of it, spaces too. */
const OPEN_TEXT = new Set([1010, 1160]);
const UNTERMINATED_STRING = 1002;
/** Whether more lines could mend the error: it stands where the text ends. */
function isAtEnd({ start, code }, end) {
    return code !== UNTERMINATED_STRING && start >= end;
}
/** A function without its body, which the next line may bring. */
function lacksBody(file) {
    const last = (0, typescript_1.plain)(file).statements.at(-1);
    if (!last ||
        !typescript_1.ts.isFunctionDeclaration(last) ||
        last.body ||
        last.end !== file.text.trimEnd().length)
        return false;
    return !file.text.trimEnd().endsWith(";") && typescript_1.ts.getCombinedModifierFlags(last) === 0;
}
/** Indents what follows by the brackets that are open in the last line. */
function indentAfter(code) {
    const line = code.slice(code.lastIndexOf("\n") + 1);
    const current = /^[ \t]*/.exec(line)[0];
    const scanner = typescript_1.ts.createScanner(typescript_1.ts.ScriptTarget.ES2022, true, typescript_1.ts.LanguageVariant.Standard, line);
    let open = 0;
    for (let token = scanner.scan(); token !== typescript_1.ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
        if (/^[{([]$/.test(scanner.getTokenText()))
            open++;
        else if (/^[})\]]$/.test(scanner.getTokenText()))
            open = Math.max(0, open - 1);
    }
    return open > 0 ? current + INDENT : current;
}
function isComplete(code) {
    const file = (0, cell_1.parseCell)("cell.ts", code);
    const errors = file.parseDiagnostics;
    if (errors.length === 0 && !lacksBody(file))
        return { status: "complete" };
    const written = code.trimEnd();
    if (!errors.every((error) => isAtEnd(error, written.length)))
        return { status: "invalid" };
    const inText = errors.some((error) => OPEN_TEXT.has(error.code));
    return { status: "incomplete", indent: inText ? "" : indentAfter(written) };
}
