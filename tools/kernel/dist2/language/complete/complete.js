"use strict";
/** Answers `complete_request`: what could stand at the cursor, and which stretch of the cell it replaces. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.complete = complete;
const positions_1 = require("../positions");
const library_1 = require("../program/library");
const view_1 = require("../scope/view");
const typescript_1 = require("../typescript");
const kinds_1 = require("./kinds");
const order_1 = require("./order");
const signature_1 = require("./signature");
/** Beyond so many names, kinds are given without signatures: nobody reads them all. */
const SIGNED = 60;
const WORD = /[\p{L}\p{N}_$\u200c\u200d]/u;
/** The word that the cursor stands in or behind. */
function wordAt(code, cursor) {
    let start = cursor;
    let end = cursor;
    while (start > 0 && WORD.test(code[start - 1]))
        start--;
    while (end < code.length && WORD.test(code[end]))
        end++;
    return { start, end };
}
/** The string literal that is a module's name and has the cursor inside. */
function moduleNameAt({ file }, cursor) {
    const visit = (node) => {
        if (cursor < node.pos || cursor > node.end)
            return undefined;
        const isName = typescript_1.ts.isStringLiteralLike(node) &&
            (typescript_1.ts.isImportDeclaration(node.parent) ||
                typescript_1.ts.isExportDeclaration(node.parent) ||
                (typescript_1.ts.isCallExpression(node.parent) &&
                    node.parent.expression.kind === typescript_1.ts.SyntaxKind.ImportKeyword));
        if (isName)
            return node.getStart(file) < cursor ? node : undefined;
        return typescript_1.ts.forEachChild(node, visit);
    };
    return visit(file);
}
/** The course's library, which no folder holds under that name. */
function course(seen, cursor) {
    const literal = moduleNameAt(seen, cursor);
    if (!literal)
        return [];
    const { externalModuleName } = typescript_1.ts.ScriptElementKind;
    return [{ name: library_1.COURSE, kind: externalModuleName, kindModifiers: "", sortText: "0" }];
}
/** What most entries replace: what TypeScript says, else the word at the cursor. */
function stretchOf(found, code, cursor) {
    const spans = (found?.entries ?? []).map((one) => one.replacementSpan);
    const span = spans.includes(undefined) ? found?.optionalReplacementSpan : spans[0];
    return span ? { start: span.start, end: span.start + span.length } : wordAt(code, cursor);
}
/** The number of the cell that declares a name; the one that is being written is the last. */
function cellOf({ symbol, name }, file, scope) {
    const home = symbol?.declarations?.[0]?.getSourceFile();
    if (home === file)
        return Number.POSITIVE_INFINITY;
    return home && scope.isCell(home) ? scope.recency(name) : 0;
}
function complete(code, cursorPosition, workshop) {
    const cursor = (0, positions_1.toUnits)(code, cursorPosition);
    const seen = (0, view_1.view)(code, workshop);
    const inNumber = /^\d/.test(code.slice(wordAt(code, cursor).start, cursor));
    const found = inNumber
        ? undefined
        : seen.service.getCompletionsAtPosition(seen.path, cursor, {
            includeCompletionsWithInsertText: true,
            includeSymbol: true,
        });
    const { start, end } = stretchOf(found, code, cursor);
    // One that would replace more than the others (`.x` by `["a b"]`) is left out.
    const candidates = [...course(seen, cursor), ...(found?.entries ?? [])]
        .filter(({ replacementSpan: span }) => !span || span.start === start)
        .map((entry) => ({
        entry,
        text: entry.insertText ?? entry.name,
        kind: (0, kinds_1.kindOf)(entry, seen.checker),
        cell: cellOf(entry, seen.file, workshop.scope),
    }));
    const ordered = (0, order_1.inOrder)(candidates, code.slice(start, cursor));
    const place = { start: (0, positions_1.toCharacters)(code, start), end: (0, positions_1.toCharacters)(code, end) };
    const described = ordered.map(({ entry, text, kind }, index) => ({
        ...place,
        text,
        type: kind,
        signature: index < SIGNED ? (0, signature_1.signatureOf)(entry.symbol, seen.checker) : "",
    }));
    return {
        status: "ok",
        matches: ordered.map(({ text }) => text),
        cursor_start: place.start,
        cursor_end: place.end,
        metadata: described.length > 0 ? { _jupyter_types_experimental: described } : {},
    };
}
