/** Answers `complete_request`: what could stand at the cursor, and which stretch of the cell it replaces. */

import { toCharacters, toUnits } from "../positions";
import { COURSE } from "../program/library";
import type { Scope } from "../scope/scope";
import { type View, view } from "../scope/view";
import { type TS, ts } from "../typescript";
import type { Workshop } from "../workshop";
import { kindOf } from "./kinds";
import { inOrder } from "./order";
import { signatureOf } from "./signature";

/** Beyond so many names, kinds are given without signatures: nobody reads them all. */
const SIGNED = 60;

const WORD = /[\p{L}\p{N}_$\u200c\u200d]/u;

interface Stretch {
  start: number;
  end: number;
}

/** The word that the cursor stands in or behind. */
function wordAt(code: string, cursor: number): Stretch {
  let start = cursor;
  let end = cursor;
  while (start > 0 && WORD.test(code[start - 1]!)) start--;
  while (end < code.length && WORD.test(code[end]!)) end++;
  return { start, end };
}

/** The string literal that is a module's name and has the cursor inside. */
function moduleNameAt({ file }: View, cursor: number): TS.StringLiteralLike | undefined {
  const visit = (node: TS.Node): TS.StringLiteralLike | undefined => {
    if (cursor < node.pos || cursor > node.end) return undefined;
    const isName =
      ts.isStringLiteralLike(node) &&
      (ts.isImportDeclaration(node.parent) ||
        ts.isExportDeclaration(node.parent) ||
        (ts.isCallExpression(node.parent) &&
          node.parent.expression.kind === ts.SyntaxKind.ImportKeyword));
    if (isName) return node.getStart(file) < cursor ? node : undefined;
    return ts.forEachChild(node, visit);
  };
  return visit(file);
}

/** The course's library, which no folder holds under that name. */
function course(seen: View, cursor: number): TS.CompletionEntry[] {
  const literal = moduleNameAt(seen, cursor);
  if (!literal) return [];
  const { externalModuleName } = ts.ScriptElementKind;
  return [{ name: COURSE, kind: externalModuleName, kindModifiers: "", sortText: "0" }];
}

/** What most entries replace: what TypeScript says, else the word at the cursor. */
function stretchOf(found: TS.CompletionInfo | undefined, code: string, cursor: number): Stretch {
  const spans = (found?.entries ?? []).map((one) => one.replacementSpan);
  const span = spans.includes(undefined) ? found?.optionalReplacementSpan : spans[0];
  return span ? { start: span.start, end: span.start + span.length } : wordAt(code, cursor);
}

/** The number of the cell that declares a name; the one that is being written is the last. */
function cellOf({ symbol, name }: TS.CompletionEntry, file: TS.SourceFile, scope: Scope): number {
  const home = symbol?.declarations?.[0]?.getSourceFile();
  if (home === file) return Number.POSITIVE_INFINITY;
  return home && scope.isCell(home) ? scope.recency(name) : 0;
}

export function complete(
  code: string,
  cursorPosition: number,
  workshop: Workshop,
): Record<string, unknown> {
  const cursor = toUnits(code, cursorPosition);
  const seen = view(code, workshop);
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
      kind: kindOf(entry, seen.checker),
      cell: cellOf(entry, seen.file, workshop.scope),
    }));
  const ordered = inOrder(candidates, code.slice(start, cursor));
  const place = { start: toCharacters(code, start), end: toCharacters(code, end) };
  const described = ordered.map(({ entry, text, kind }, index) => ({
    ...place,
    text,
    type: kind,
    signature: index < SIGNED ? signatureOf(entry.symbol, seen.checker) : "",
  }));
  return {
    status: "ok",
    matches: ordered.map(({ text }) => text),
    cursor_start: place.start,
    cursor_end: place.end,
    metadata: described.length > 0 ? { _jupyter_types_experimental: described } : {},
  };
}
