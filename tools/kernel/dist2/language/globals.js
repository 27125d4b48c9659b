"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.globals = void 0;
/** What every cell finds declared beside Node's own names. */
exports.globals = `
/** Asks the reader a question under the cell and waits for the answer. */
declare function input(prompt?: string, options?: { password?: boolean }): string;
/** Removes what the cell has shown so far; with \`wait\`, when the next output comes. */
declare function clearOutput(wait?: boolean): void;

interface Array<T> {
  /** A reversed copy. */
  toReversed(): T[];
  /** A sorted copy; without \`compareFn\` in the order of the texts. */
  toSorted(compareFn?: (a: T, b: T) => number): T[];
  /** A copy with \`deleteCount\` items from \`start\` on removed and \`items\` in their place. */
  toSpliced(start: number, deleteCount: number, ...items: T[]): T[];
  toSpliced(start: number, deleteCount?: number): T[];
  /** A copy with another value at \`index\`; a negative one counts from the end. */
  with(index: number, value: T): T[];
}
interface ReadonlyArray<T> {
  /** A reversed copy. */
  toReversed(): T[];
  /** A sorted copy; without \`compareFn\` in the order of the texts. */
  toSorted(compareFn?: (a: T, b: T) => number): T[];
  /** A copy with \`deleteCount\` items from \`start\` on removed and \`items\` in their place. */
  toSpliced(start: number, deleteCount: number, ...items: T[]): T[];
  toSpliced(start: number, deleteCount?: number): T[];
  /** A copy with another value at \`index\`; a negative one counts from the end. */
  with(index: number, value: T): T[];
}
${["Int8", "Uint8", "Uint8Clamped", "Int16", "Uint16", "Int32", "Uint32", "Float32", "Float64"]
    .map((kind) => typedArray(`${kind}Array`, "number"))
    .join("\n")}
${["BigInt64", "BigUint64"].map((kind) => typedArray(`${kind}Array`, "bigint")).join("\n")}
interface String {
  /** Whether every surrogate in the text is one of a pair. */
  isWellFormed(): boolean;
  /** The text with lone surrogates replaced by U+FFFD. */
  toWellFormed(): string;
}
`;
function typedArray(name, item) {
    return `interface ${name} {
  /** A reversed copy. */
  toReversed(): ${name};
  /** A sorted copy, in the order of the numbers. */
  toSorted(compareFn?: (a: ${item}, b: ${item}) => number): ${name};
  /** A copy with another value at \`index\`; a negative one counts from the end. */
  with(index: number, value: ${item}): ${name};
}`;
}
