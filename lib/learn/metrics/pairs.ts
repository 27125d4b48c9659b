import { type ReadonlyVector, requireVector, type Vector } from "../../core";
import { distinct, type Label, requireLabels } from "../labels";

/** Checks true and predicted labels, of one length and one kind, and lists the labels of both. */
export function requireLabelPair<T extends Label>(
  caller: string,
  yTrue: readonly T[],
  yPred: readonly T[],
): T[] {
  requireLabels(caller, "yTrue", yTrue);
  requireLabels(caller, "yPred", yPred, { length: yTrue.length, lengthOf: "length of yTrue" });
  requireLabels(caller, "yTrue and yPred", [yTrue[0], yPred[0]]);
  return distinct([...yTrue, ...yPred]);
}

/** Checks true and predicted numbers, of one length, at least one. */
export function requireNumberPair(
  caller: string,
  yTrue: ReadonlyVector,
  yPred: ReadonlyVector,
): { t: Vector; p: Vector } {
  const t = requireVector(caller, "yTrue", yTrue, { minLength: 1 });
  const rule = { length: t.length, lengthOf: "length of yTrue" };
  return { t, p: requireVector(caller, "yPred", yPred, rule) };
}
