/** The names by which a cell's code reaches the kernel: none that stands in the cell. */

const HELPERS = ["scope", "bind", "resumed", "now", "each", "import", "value"] as const;

export type Helper = (typeof HELPERS)[number];

export type HelperNames = Record<Helper, string>;

export function helperNames(source: string): HelperNames {
  let prefix = "__";
  const taken = () => HELPERS.some((helper) => source.includes(prefix + helper));
  while (taken()) prefix += "_";
  return Object.fromEntries(HELPERS.map((helper) => [helper, prefix + helper])) as HelperNames;
}
