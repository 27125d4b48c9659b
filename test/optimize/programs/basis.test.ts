import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { Basis } from "../../../lib/optimize/programs/basis";
import { compressRows } from "../../../lib/optimize/programs/sparse";

test("after many exchanges it solves as a basis made afresh, and asks for new factors in time", () => {
  const g = rng(1);
  const m = 15;
  const unit = Array.from({ length: m }, (_, k) => Array.from({ length: m }, (_, i) => +(i === k)));
  const others = Array.from({ length: 200 }, () =>
    g.normal(0, 1, m).map((v) => (g.random() < 0.3 ? v : 0)),
  );
  const columns = compressRows([...unit, ...others]);
  const basis = new Basis(columns, Int32Array.from(unit.keys()));
  const [w, fresh] = [new Float64Array(m), new Float64Array(m)];
  const [y, freshY] = [new Float64Array(m), new Float64Array(m)];
  let due = 0;
  for (let j = m; j < m + others.length; j++) {
    basis.answer(j, w);
    const size = Math.max(...w.map(Math.abs));
    const r = w.findIndex((v) => Math.abs(v) === size);
    if (size === 0) continue;
    basis.exchange(r, j, w);
    expect(basis.members[r]).toBe(j);
    if (basis.isDue) {
      due++;
      expect(basis.refresh()).toEqual([]);
      expect(basis.isFresh).toBe(true);
    }
    const other = new Basis(columns, basis.members.slice());
    const c = Float64Array.from(g.normal(0, 1, m));
    const a = g.normal(0, 1, m);
    basis.forward(Float64Array.from(a), w);
    other.forward(Float64Array.from(a), fresh);
    basis.backward(c, y);
    other.backward(c, freshY);
    for (let i = 0; i < m; i++) {
      expect(w[i]).toBeCloseTo(fresh[i], 8);
      expect(y[i]).toBeCloseTo(freshY[i], 8);
    }
  }
  expect(due).toBeGreaterThan(3);
});
