import { expect, test } from "vitest";
import { normalTails, rankTestOptions } from "../../../lib/stats/inference/rankTest";
import { expectNear, thrown } from "../helpers";

test("defaults", () => {
  expect(rankTestOptions("f", {})).toEqual({
    alternative: "two-sided",
    method: "auto",
    continuity: true,
  });
});

test("normal tails, moved by a half each towards the mean", () => {
  const plain = normalTails(2, 1, false);
  expectNear([plain.lower, plain.upper], [0.9772498680518208, 0.0227501319481792], 1e-14);
  const moved = normalTails(2, 1, true);
  expectNear(moved.upper, 0.0668072012688581, 1e-14);
  expectNear(moved.lower, 0.993790334674224, 1e-14);
});

test("errors", () => {
  expect(thrown(() => rankTestOptions("f", { continuity: 1 as never })).message).toBe(
    "f: continuity must be true or false, got 1",
  );
  expect(thrown(() => rankTestOptions("f", { zeros: "pratt" } as never)).message).toBe(
    'f: options has no "zeros"; known: alternative, method, continuity',
  );
});
