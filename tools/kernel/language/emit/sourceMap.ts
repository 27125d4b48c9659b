/** The map from code to its source: TypeScript's map of the changed text, led back through the changes. */
import type { Edited } from "../edits/edits";
import { linesOf } from "./lines";
import { decode, encode, type Segment } from "./vlq";

export function mapToSource(map: string, name: string, source: string, edited: Edited): string {
  const { mappings } = JSON.parse(map) as { mappings: string };
  const changed = linesOf(edited.text);
  const own = linesOf(source);
  const led = ([column, file, line, character]: Segment): Segment => {
    if (file === undefined) return [column!];
    const origin = edited.origin(changed.offset(line!, character!));
    if (origin === undefined) return [column!];
    const place = own.position(origin);
    return [column!, 0, place.line, place.character];
  };
  const lines = decode(mappings).map((segments) => segments.map(led));
  return JSON.stringify({ version: 3, sources: [name], names: [], mappings: encode(lines) });
}
