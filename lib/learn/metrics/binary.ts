import {
  describeValue,
  type ReadonlyVector,
  requireNumber,
  requireOptions,
  requireVector,
} from "../../core";
import { encodeLabels, type Label } from "../labels";

/** The option that scores of two classes share. */
export interface BinaryOptions<T extends Label> {
  /** The label of the positive class. Default: the greater of the two labels. */
  positive?: T;
}

/** Checks labels of two classes, and which of them is positive. */
export function requireTwoClasses<T extends Label>(
  caller: string,
  yTrue: readonly T[],
  given: T | undefined,
  name = "yTrue",
) {
  const { classes } = encodeLabels(caller, name, yTrue);
  if (classes.length !== 2) {
    throw new RangeError(`${caller}: ${name} must hold 2 classes, got ${classes.length}`);
  }
  const positive = given === undefined ? classes[1] : given;
  if (!classes.includes(positive)) {
    throw new RangeError(
      `${caller}: positive must be one of ${classes.map(describeValue).join(", ")}, got ${describeValue(positive)}`,
    );
  }
  const negative = classes[0] === positive ? classes[1] : classes[0];
  return { positive, negative, isPositive: (n: number) => yTrue[n] === positive };
}

/** Which samples are positive, and the order of falling scores. */
export function requireBinary<T extends Label>(
  caller: string,
  yTrue: readonly T[],
  scores: ReadonlyVector,
  options: BinaryOptions<T>,
) {
  requireOptions(caller, options, ["positive"]);
  const { isPositive } = requireTwoClasses(caller, yTrue, options.positive);
  requireVector(caller, "scores", scores, { length: yTrue.length, lengthOf: "length of yTrue" });
  const order = scores.map((_, n) => n).sort((a, b) => scores[b] - scores[a]);
  return { order, isPositive };
}

/** Asserts that p are probabilities, one for each label. */
export function requireProbabilities(
  caller: string,
  probabilities: ReadonlyVector,
  length: number,
): ReadonlyVector {
  const name = "probabilities";
  requireVector(caller, name, probabilities, { length, lengthOf: "length of yTrue" });
  probabilities.forEach((p, n) => {
    requireNumber(caller, `${name}[${n}]`, p, { min: 0, max: 1 });
  });
  return probabilities;
}
