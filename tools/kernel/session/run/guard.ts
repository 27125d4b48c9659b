/** The globals without which neither Node nor the kernel works are put back after a cell replaced them. */

const NEEDED = [
  ...["Array", "Atomics", "BigInt", "Boolean", "Error", "Function", "Int32Array", "JSON", "Map"],
  ...["Math", "Number", "Object", "Promise", "Proxy", "RangeError", "ReferenceError", "Reflect"],
  ...["RegExp", "Set", "String", "Symbol", "SyntaxError", "TypeError", "Uint8Array", "WeakMap"],
  ...["WeakSet", "Buffer", "process", "globalThis"],
];
// what stands here works with the globals gone
const { defineProperty } = Object;
const world = globalThis as unknown as Record<string, unknown>;
const originals = NEEDED.map((name) => ({ name, value: world[name] }));

/** Puts them back; the names of those that had been replaced. */
export function restoreGlobals(): string[] {
  const replaced: string[] = [];
  for (let i = 0; i < originals.length; i++) {
    const { name, value } = originals[i]!;
    if (world[name] === value) continue;
    defineProperty(world, name, { value, writable: true, configurable: true });
    replaced[replaced.length] = name;
  }
  return replaced;
}
