/**
 * Makes hands.csv: who wrote each of the 10,000 pictures of digits.csv, from the extended labels of QMNIST.
 * Give it `qmnist-train-labels.tsv.gz` of github.com/facebookresearch/qmnist. From the course's root:
 * node node_modules/tsx/dist/cli.mjs Projects/digit-reader/data/make-hands.ts PATH/qmnist-train-labels.tsv.gz
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { data } from "../../../lib";

const here = import.meta.dirname;
const labels = gunzipSync(readFileSync(process.argv[2]))
  .toString()
  .split("\n")
  .slice(0, 10000)
  .map((line) => line.split("\t").map(Number));
/** Of each digit, its writers in MNIST's order: the order in which the package lists the digit's pictures. */
const writers = Array.from({ length: 10 }, (_, digit) =>
  labels.filter(([d]) => d === digit).map(([, , writer]) => writer),
);
const file = data.readCSV(join(here, "digits.csv"), { types: { pixels: "string" } });
const [digits, places] = ["digit", "place"].map((name) => data.toVector(file, name));
const lines = digits.map((d, n) => writers[d][places[n]]);
writeFileSync(join(here, "hands.csv"), `writer\n${lines.join("\n")}\n`);
