/** Parts of declarations as code of one line, in which the names of types are known. */
import type { Code, Piece } from "./entry";
import { type TS, ts } from "./typescript";

/** The key of the entry that an identifier names, if there is one. */
export type KeyOf = (identifier: TS.Identifier) => string | undefined;

/** The tokens of a node, comments left out. */
function tokens(node: TS.Node): TS.Node[] {
  if (ts.isJSDoc(node)) return [];
  const children = node.getChildren();
  return children.length === 0 ? (node.getWidth() > 0 ? [node] : []) : children.flatMap(tokens);
}

const { SyntaxKind: Kind } = ts;

function pieceOf(token: TS.Node, keyOf: KeyOf): Piece {
  const text = token.getText();
  if (token.kind >= Kind.FirstKeyword && token.kind <= Kind.LastKeyword)
    return { text, token: "k" };
  if (ts.isStringLiteral(token)) return { text, token: "s1" };
  if (ts.isNumericLiteral(token)) return { text, token: "mi" };
  const to = ts.isIdentifier(token) ? keyOf(token) : undefined;
  return to ? { text, to } : { text };
}

/** Pieces that follow each other without a token or a link are one. */
export function joined(code: Code): Code {
  const all: Code = [];
  for (const piece of code) {
    const last = all.at(-1);
    const plain = (one: Piece | undefined) => one && !one.token && !one.to;
    if (last && plain(last) && plain(piece)) last.text += piece.text;
    else if (piece.text !== "") all.push({ ...piece });
  }
  return all;
}

/** A node as it stands in its file, on one line. */
export function codeOf(node: TS.Node, keyOf: KeyOf): Code {
  const all = tokens(node);
  const pieces = all.flatMap((token, i) => {
    const before = all[i - 1];
    const apart = before !== undefined && token.getStart() > before.getEnd();
    return [...(apart ? [{ text: " " }] : []), pieceOf(token, keyOf)];
  });
  const code = joined(pieces);
  const last = code.at(-1);
  if (last) last.text = last.text.replace(/;$/, "");
  const first = code[0];
  if (first) first.text = first.text.replace(/^\| /, ""); // a choice whose members stand on lines
  return code;
}

export const textOf = (code: Code): string => code.map(({ text }) => text).join("");

/** A line longer than this is broken into one for each argument. */
const LONGEST = 76;

/** `linalg.svd(A: ReadonlyMatrix, options?: SVDOptions): SVD`. */
export function signatureOf(name: string, node: TS.SignatureDeclarationBase, keyOf: KeyOf): Code {
  const list = (nodes: readonly TS.Node[] | undefined) =>
    (nodes ?? []).map((one) => codeOf(one, keyOf));
  const types = list(node.typeParameters);
  const args = list(node.parameters);
  const between = (items: Code[], separator: string) =>
    items.flatMap((item, i) => (i === 0 ? item : [{ text: separator }, ...item]));
  const head: Code = [{ text: name, token: "nf" }];
  if (types.length > 0) head.push({ text: "<" }, ...between(types, ", "), { text: ">" });
  const tail: Code = node.type ? [{ text: ": " }, ...codeOf(node.type, keyOf)] : [];
  const inLine = joined([...head, { text: "(" }, ...between(args, ", "), { text: ")" }, ...tail]);
  if (textOf(inLine).length <= LONGEST || args.length === 0) return inLine;
  const lines = [{ text: "(\n  " }, ...between(args, ",\n  "), { text: ",\n)" }];
  return joined([...head, ...lines, ...tail]);
}
