/** The colours of ipykernel's tracebacks, as ANSI sequences. */

const colour =
  (code: number) =>
  (text: string): string =>
    `\x1b[${code}m${text}\x1b[39m`;

/** The name of an error. */
export const red = colour(31);
/** Numbers of lines, and the arrow. */
export const green = colour(32);
/** Where it was. */
export const cyan = colour(36);
