/** An assignment works with data frames and tensors; it does not only load and confirm with them. */
import { hasTag, isCode, type Rule, sourceOf } from "./cells";

/** Verbs that transform a frame, by danfo's names and by those that `lib/data` mends. */
const VERBS: [string, RegExp][] = [
  ["group", /\.groupby\(|\bdata\.groupBy\(/],
  ["aggregate", /\.agg\(|\bdata\.agg\(/],
  ["merge", /\bmerge\(/],
  ["pivot", /\bdata\.pivot\(/],
  ["sort", /\.sortValues\(|\bdata\.sortBy\(/],
  ["filter", /\.query\(|\.loc\(|\.iloc\(|\bdata\.(?:takeRows|filterRows)\(/],
  ["derive", /\bdata\.assign\(|\.addColumn\(|\.apply\(|\.map\(\(?\w+\)? =>.*df\b/],
  ["fill", /\.dropNa\(|\.fillNa\(|\bdata\.fillna\(/],
  ["describe", /\.describe\(|\bdata\.describe\(/],
  ["concatenate", /\bdata\.concat\(|\bconcat\(\s*\{/],
];

export const transformsFrames: Rule = ({ cells }) => {
  const code = cells.filter(isCode).map(sourceOf).join("\n");
  const used = VERBS.filter(([, pattern]) => pattern.test(code)).map(([verb]) => verb);
  return used.length >= 3
    ? []
    : [
        `data frames are transformed by ${used.join(", ") || "nothing"}; three kinds of verbs are wanted`,
      ];
};

const FIT = /tf\.train\.|\.fit\(|\.optimizer|tf\.(?:grads?|valueAndGrads?|variableGrads)\(/;

/** Cells say by their tags where tensors learn and where they answer, and do it. */
export const usesTensors: Rule = ({ cells }) => {
  const tagged = (tag: string) => cells.filter((cell) => isCode(cell) && hasTag(cell, tag));
  const fits = tagged("tensor-fit").filter((cell) => FIT.test(sourceOf(cell)));
  const predictions = tagged("tensor-prediction").filter((cell) =>
    /\btf\.|\.(?:predict|matMul|dot)\(/.test(sourceOf(cell)),
  );
  return [
    ...(fits.length > 0 ? [] : ["no cell tagged tensor-fit fits with tfjs"]),
    ...(predictions.length > 0 ? [] : ["no cell tagged tensor-prediction predicts with tfjs"]),
  ];
};
