/**
 * What stands ahead of a cell's own text, on its first line: the helpers it uses, and its names handed
 * to the scope, each as a way to read the very variable and, where that is allowed, to assign it.
 */
import type { Name } from "../scope/names";
import type { Helper, HelperNames } from "./helpers";

function accessors({ text, mutable }: Name, value: string): string {
  // In an object literal, `__proto__:` would not be a property.
  const key = text === "__proto__" ? '["__proto__"]' : text;
  const set = mutable ? `, (${value}) => { ${text} = ${value}; }` : "";
  return `${key}: [() => ${text}${set}]`;
}

export function head(names: Name[], used: Set<Helper>, helpers: HelperNames): string {
  if (names.length > 0) used.add("bind");
  if (used.size === 0) return "";
  const taken = [...used].map((one) => `${one === "import" ? "load" : one}: ${helpers[one]}`);
  const bound = names.map((name) => accessors(name, helpers.value)).join(", ");
  const binding = names.length > 0 ? ` ${helpers.bind}({ ${bound} });` : "";
  return `const { ${taken.join(", ")} } = globalThis.__cells__;${binding} `;
}
