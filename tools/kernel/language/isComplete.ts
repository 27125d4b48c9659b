/** Whether a cell can be run as it stands, for front ends where Enter may mean either. */
import { parseCell } from "./scope/cell";

export function isComplete(code: string): Record<string, unknown> {
  const file = parseCell("cell.ts", code);
  return { status: file.parseDiagnostics.length === 0 ? "complete" : "invalid" };
}
