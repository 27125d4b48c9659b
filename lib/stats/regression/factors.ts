import { describeValue, type Matrix } from "../../core";

/** What a level of a factor may be. */
export type Level = string | number | boolean;

/** A factor: its levels in the order in which they first come, and the index of the level of each row. */
export interface Factor {
  levels: Level[];
  codes: number[];
}

/** Checks the labels of a factor and numbers its levels. */
export function factorOf(caller: string, name: string, labels: unknown, length: number): Factor {
  if (!Array.isArray(labels)) {
    throw new TypeError(
      `${caller}: ${name} must be an array of labels, got ${describeValue(labels)}`,
    );
  }
  if (labels.length !== length) {
    throw new RangeError(
      `${caller}: ${name} must have length ${length} (length of y), got ${labels.length}`,
    );
  }
  const index = new Map<Level, number>();
  const codes = Array.from(labels, (label: unknown, i) => {
    const good =
      typeof label === "string" ||
      typeof label === "boolean" ||
      (typeof label === "number" && Number.isFinite(label));
    if (!good) {
      throw new TypeError(
        `${caller}: ${name} must hold labels (strings, numbers or booleans), ${name}[${i}] is ${describeValue(label)}`,
      );
    }
    const code = index.get(label as Level) ?? index.size;
    index.set(label as Level, code);
    return code;
  });
  if (index.size < 2) {
    throw new RangeError(
      `${caller}: ${name} must have at least 2 levels, got ${describeValue(labels[0])} alone`,
    );
  }
  return { levels: [...index.keys()], codes };
}

/** Columns that sum to 0 over the levels: 1 for level j, −1 for the last. Rows × (levels − 1). */
export function sumContrasts({ levels, codes }: Factor): Matrix {
  const last = levels.length - 1;
  return codes.map((code) =>
    Array.from({ length: last }, (_, j) => (code === last ? -1 : code === j ? 1 : 0)),
  );
}

/** All products of a column of A with a column of B: the columns of their interaction. */
export function interactionColumns(A: Matrix, B: Matrix): Matrix {
  return A.map((row, i) => row.flatMap((a) => B[i].map((b) => a * b)));
}
