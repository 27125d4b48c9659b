/** Mappings of a source map (version 3): numbers in base 64, each relative to the one before. */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** Column in the output, source, line and column there; or the first alone for text of no source. */
export type Segment = number[];

export function decode(mappings: string): Segment[][] {
  const before = [0, 0, 0, 0, 0];
  return mappings.split(";").map((line) => {
    before[0] = 0;
    if (line === "") return [];
    return line.split(",").map((segment) =>
      numbers(segment).map((difference, field) => {
        before[field] = before[field]! + difference;
        return before[field]!;
      }),
    );
  });
}

export function encode(lines: Segment[][]): string {
  const before = [0, 0, 0, 0, 0];
  const difference = (value: number, field: number): string => {
    const text = digits(value - before[field]!);
    before[field] = value;
    return text;
  };
  return lines
    .map((segments) => {
      before[0] = 0;
      return segments.map((segment) => segment.map(difference).join("")).join(",");
    })
    .join(";");
}

function numbers(text: string): number[] {
  const found: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of text) {
    const bits = VALUES.get(digit)!;
    value += (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    found.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return found;
}

function digits(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = "";
  do {
    const more = rest > 31 ? 32 : 0;
    text += DIGITS[(rest & 31) | more];
    rest >>>= 5;
  } while (rest > 0);
  return text;
}
