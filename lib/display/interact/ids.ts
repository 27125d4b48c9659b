import { createHash } from "node:crypto";

const seen = new Map<string, number>();

/**
 * Names for the parts of a thing that is made from `source`: the same in every run of a notebook, and
 * others for each further thing from the same source.
 */
export function idsFor(source: string): (part: string) => string {
  const count = (seen.get(source) ?? 0) + 1;
  seen.set(source, count);
  return (part) =>
    createHash("sha256").update(`${source}\n${count}\n${part}`).digest("hex").slice(0, 32);
}
