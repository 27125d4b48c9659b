/** The last expression is the cell's result: `e` becomes `exports.tsLastExpr = (e)`. */
import { type TS, ts } from "../typescript";
import type { Context } from "./context";

/** The property of `exports` that tslab reads the result from. */
export const RESULT = "tsLastExpr";

/** The statement whose value is shown, unless it ends with `;`. */
export function shownStatement({ statements, text }: TS.SourceFile): TS.Statement | undefined {
  const last = statements.filter((one) => !ts.isExportDeclaration(one)).at(-1);
  if (!last || text[last.end - 1] === ";") return undefined;
  return ts.isExpressionStatement(last) || ts.isExportAssignment(last) ? last : undefined;
}

/** Shows the result; `export default e` that is not the last statement is evaluated all the same. */
export function keepResult(node: TS.Statement, shown: boolean, { edits, file }: Context): void {
  const isDefault = ts.isExportAssignment(node);
  if (!isDefault && !(shown && ts.isExpressionStatement(node))) return;
  const { expression } = node;
  const start = expression.getStart(file);
  if (isDefault) edits.remove(node.getStart(file), start);
  edits.before(start, shown ? `exports.${RESULT} = (` : ";(");
  edits.after(expression.end, ")");
}
