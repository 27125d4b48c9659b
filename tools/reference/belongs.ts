/** Types that are of use to one function alone stand with it; others have entries of their own. */
import type { Entry } from "./entry";

/** Key of the one function that leads to a type, by the key of the type. */
export function ownersOf(entries: readonly Entry[]): Map<string, string> {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const reached = new Map<string, Set<string>>();
  for (const { key, kind, uses, module } of entries) {
    if (kind === "type") continue;
    const seen = new Set<string>();
    const queue = [...uses];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const type = byKey.get(next);
      if (type?.kind !== "type" || seen.has(next)) continue;
      seen.add(next);
      queue.push(...type.uses);
      const by = reached.get(next) ?? new Set();
      if (type.module === module) by.add(key);
      else by.add(key).add("elsewhere");
      reached.set(next, by);
    }
  }
  const owned = [...reached].filter(([, by]) => by.size === 1);
  return new Map(owned.map(([type, by]) => [type, [...by][0] as string]));
}
