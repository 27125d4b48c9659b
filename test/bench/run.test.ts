import { expect, test } from "vitest";
import { main } from "../../bench/run";

test("a benchmark that does not exist is named, with those that do", async () => {
  await expect(main(["linag"])).rejects.toThrow(
    /^bench: no benchmark "linag"; known: calculus, data, kernel, learn, linalg, optimize, prob$/,
  );
});

test("so is a part that the benchmark does not have", async () => {
  await expect(main(["optimize", "bfgs"])).rejects.toThrow(
    'bench: optimize has no "bfgs"; it has nothing to choose',
  );
  await expect(main(["learn", "pca", "0"])).rejects.toThrow(/^bench: learn has no "0"; it has pca/);
});

test("a table of some parts never takes the place of the whole one", async () => {
  await expect(main(["linalg", "8", "--update"])).rejects.toThrow(
    "--update stores the whole table",
  );
});
