/**
 * Docstrings of packages are read when somebody asks for them. They are two fifths of what the
 * parser has to do for Node's types, tfjs and danfo, and checking a cell needs none of them.
 */
import { type TS, ts } from "../typescript";

interface Documented {
  jsDoc?: { parent: TS.Node }[];
}

/** The text with its docstrings as plain comments: every place in it stays where it was. */
export const withoutDocs = (text: string): string => text.replace(/\/\*\*(?=\s)/g, "/* ");

/** Hands the docstrings of one tree on to another that differs in nothing else. */
function handOn(from: TS.Node, to: TS.Node): void {
  const { jsDoc } = from as Documented;
  if (jsDoc) {
    for (const one of jsDoc) one.parent = to;
    (to as Documented).jsDoc = jsDoc;
  }
  const targets: TS.Node[] = [];
  ts.forEachChild(to, (child) => void targets.push(child));
  let index = 0;
  ts.forEachChild(from, (child) => handOn(child, targets[index++]!));
}

/** Gives a file that was read without its docstrings what `original` has. */
export function restoreDocs(file: TS.SourceFile, original: string | undefined): void {
  if (original === undefined || file.text === original || file.text !== withoutDocs(original))
    return;
  const options = file.languageVersion;
  handOn(ts.createSourceFile(file.fileName, original, options, true), file);
  file.text = original;
}
