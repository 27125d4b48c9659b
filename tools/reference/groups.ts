/** What a module's index says: what it is for, and its names under headings. */
import { type Docstring, parseDocstring } from "./docstring";
import type { Group } from "./entry";
import { type TS, ts } from "./typescript";

const commentsBefore = (node: TS.Node, file: TS.SourceFile): string[] =>
  (ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? []).map(({ pos, end }) =>
    file.text.slice(pos, end),
  );

/** `// Laws` on a line of its own, with an empty line after it. */
const heading = (comment: string) => /^\/\/ (.+)$/.exec(comment)?.[1]?.trim();

function exported(statement: TS.Statement): string[] {
  if (!ts.isExportDeclaration(statement) || !statement.exportClause) return [];
  const { exportClause: clause } = statement;
  if (ts.isNamespaceExport(clause)) return [clause.name.text];
  return clause.elements.map(({ name }) => name.text);
}

export function readIndex(file: TS.SourceFile): { doc: Docstring; groups: Group[] } {
  const groups: Group[] = [];
  const [head] = file.statements;
  const comments = head ? commentsBefore(head, file) : [];
  const doc = parseDocstring(comments.find((text) => text.startsWith("/**")) ?? "");
  for (const statement of file.statements) {
    const title = commentsBefore(statement, file).map(heading).filter(Boolean).at(-1);
    if (title) groups.push({ title, names: [] });
    const names = exported(statement);
    if (names.length === 0) continue;
    if (groups.length === 0) groups.push({ title: "", names: [] });
    groups.at(-1)?.names.push(...names);
  }
  return { doc, groups };
}
