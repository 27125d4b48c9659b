import { expect, test } from "vitest";
import { expm } from "../../../lib/linalg";
import * as flat from "../../../lib/linalg/flat";
import { forEachEngine, randomMatrix } from "../helpers";

forEachEngine("expm in flat storage", () => {
  test("as the public one, and A is left as it is", () => {
    for (const A of [
      [],
      randomMatrix(5, 5, 1),
      [
        [1, 0],
        [1e6, -1],
      ],
    ]) {
      const packed = flat.fromRows(A);
      expect(flat.unpack(flat.expm(packed))).toEqual(expm(A));
      expect(flat.unpack(packed)).toEqual(A);
    }
  });
});
