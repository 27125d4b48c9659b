/** The imports of a cell at a glance, before it is compiled: good enough to load them early. */

const IMPORT = /^[ \t]*import\s+(?!type\b)(?:[\w*$\s{},]+\s+from\s+)?["']([^"'\n]+)["']/gm;

export const importsOf = (code: string): string[] => [
  ...new Set(Array.from(code.matchAll(IMPORT), (found) => found[1]!)),
];
