/** Under this name a result keeps what it is; tools that show values look for it. */
const SUMMARY = Symbol.for("mml.summary");

/**
 * Marks what a function returns as a result of this kind, which is then shown as a summary: its numbers and
 * words, the sizes of what is long, its table if it has one. Nothing else about it changes, and a copy by
 * { ...result } is a plain object again.
 *
 * @example
 * core.summarised("t-test", { statistic: 2, pValue: 0.1 }) // => { statistic: 2, pValue: 0.1 }
 */
export function summarised<T extends object>(kind: string, result: T): T {
  return Object.defineProperty(result, SUMMARY, { value: kind });
}

/**
 * What a result is, if it is one.
 *
 * @example
 * core.summaryKind(core.summarised("t-test", {})) // => "t-test"
 * core.summaryKind({}) // => undefined
 */
export function summaryKind(value: object): string | undefined {
  return (value as { [SUMMARY]?: string })[SUMMARY];
}
