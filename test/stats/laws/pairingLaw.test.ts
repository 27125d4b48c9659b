import { expect, test } from "vitest";
import { pairingTails } from "../../../lib/stats/laws/pairingLaw";

test("both tails hold the observed value", () => {
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((s, v, i) => s + v * y[i], 0);
  expect(pairingTails([0, 0, 1], [5, 5, 7], product)).toEqual({ lower: 1, upper: 1 / 3 });
});
