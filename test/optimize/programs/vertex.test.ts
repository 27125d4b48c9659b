import { describe, expect, test } from "vitest";
import { type Rng, rng } from "../../../lib/core";
import { Devex } from "../../../lib/optimize/programs/devex";
import { dualSimplex } from "../../../lib/optimize/programs/dual";
import { bestStop, firstStop } from "../../../lib/optimize/programs/ratio";
import { simplex } from "../../../lib/optimize/programs/simplex";
import { standardForm } from "../../../lib/optimize/programs/standardForm";
import { Vertex } from "../../../lib/optimize/programs/vertex";

/** A program with a bounded feasible set around 0. */
function randomForm(g: Rng, n: number, m: number) {
  const given = {
    Aub: Array.from({ length: m }, () => g.normal(0, 1, n)),
    bub: g.uniform(1, 2, m),
    Aeq: [],
    beq: [],
    lower: new Array<number>(n).fill(-3),
    upper: new Array<number>(n).fill(3),
  };
  return standardForm(g.normal(0, 1, n), given).form;
}

/** What the equations A·x = b lack at a vertex, at most. */
function lack({ form, x }: Vertex): number {
  const { columns, b } = form;
  const rest = b.slice();
  for (let j = 0; j < x.length; j++) {
    for (let t = columns.start[j]; t < columns.start[j + 1]; t++) {
      rest[columns.index[t]] -= columns.value[t] * x[j];
    }
  }
  return Math.max(...rest.map(Math.abs));
}

describe("a vertex", () => {
  test("keeps the equations and its reduced costs through exchanges", () => {
    const g = rng(1);
    const form = randomForm(g, 8, 12);
    const vertex = new Vertex(form, 1e-9);
    vertex.cost.set(form.cost);
    vertex.price();
    expect(vertex.isFeasible).toBe(true);
    const devex = new Devex(vertex);
    for (let k = 0; k < 6; k++) {
      const j = devex.entering();
      vertex.basis.answer(j, vertex.w);
      const sense = vertex.d[j] < 0 ? 1 : -1;
      const { position, step } = firstStop(vertex, j, sense);
      expect(step).toBeGreaterThanOrEqual(0);
      vertex.move(j, sense * step);
      expect(vertex.isFeasible).toBe(true);
      if (position < 0) continue;
      vertex.row(position);
      expect(vertex.alpha[j]).toBeCloseTo(vertex.w[position], 10);
      devex.reweigh(j, vertex.basis.members[position]);
      vertex.exchange(position, j);
      const updated = vertex.d.slice();
      vertex.price();
      vertex.d.forEach((v, i) => {
        expect(updated[i]).toBeCloseTo(v, 10);
      });
    }
    expect(lack(vertex)).toBeLessThan(1e-12);
    vertex.refresh();
    expect(lack(vertex)).toBeLessThan(1e-14);
  });

  test("gives back the bounds of the problem", () => {
    const form = randomForm(rng(2), 4, 5);
    const vertex = new Vertex(form, 1e-9);
    vertex.x[0] = vertex.hi[0];
    vertex.lo[0] -= 1e-6;
    vertex.hi[0] = vertex.x[0];
    vertex.isRelaxed = true;
    vertex.restore();
    expect(vertex.isRelaxed).toBe(false);
    expect(Array.from(vertex.lo)).toEqual(Array.from(form.lo));
    expect(vertex.x[0]).toBe(form.hi[0]);
    expect(lack(vertex)).toBeLessThan(1e-14);
  });
});

describe("how far to go", () => {
  // x moves up; the slacks of x ≤ 2, x ≤ 1 and −x ≤ −3 answer
  const at = (rows: number[], sides: number[]) => {
    const given = {
      Aub: rows.map((v) => [v]),
      bub: sides,
      Aeq: [],
      beq: [],
      lower: [0],
      upper: [8],
    };
    const { form, s } = standardForm([1], given);
    const vertex = new Vertex(form, 1e-9);
    vertex.basis.answer(0, vertex.w);
    return { vertex, unit: s[0] };
  };

  test("to the first bound that is met, or to its own other bound", () => {
    const { vertex, unit } = at([1, 1], [2, 1]);
    const stop = firstStop(vertex, 0, 1);
    expect(stop.position).toBe(1);
    expect(stop.step * unit).toBeCloseTo(1, 12);
    const free = at([-1], [0]);
    expect(firstStop(free.vertex, 0, 1).position).toBe(-1);
    expect(firstStop(free.vertex, 0, 1).step * free.unit).toBeCloseTo(8, 12);
  });

  test("while something strays: past bounds that cost less than is gained", () => {
    const { vertex, unit } = at([-1, -1, 1], [-3, -4, 2]);
    expect(vertex.isFeasible).toBe(false);
    vertex.cost.fill(0);
    for (const j of vertex.basis.members) vertex.cost[j] = Math.sign(vertex.stray(j));
    vertex.price();
    // two come in, at 3 and 4, one goes out at 2
    expect(bestStop(vertex, 0, 1).step * unit).toBeCloseTo(3, 12);
  });
});

test("the dual simplex method mends a vertex that strays, and keeps it optimal", () => {
  const g = rng(3);
  for (let k = 0; k < 20; k++) {
    const form = randomForm(g, 6, 10);
    const { vertex, status } = simplex(form, 1000, () => {});
    expect(status).toBe("optimal");
    // the walls come closer
    for (let i = 0; i < form.m; i++) form.b[i] *= g.uniform(0.5, 1);
    vertex.refresh();
    const strays = !vertex.isFeasible;
    const mended = dualSimplex(vertex, { mayStep: () => true, visit: () => {} });
    expect(mended || !strays).toBe(true);
    expect(vertex.isFeasible).toBe(true);
    const again = simplex(form, 1000, () => {});
    const value = (x: Float64Array) => x.reduce((s, v, j) => s + v * form.cost[j], 0);
    expect(value(vertex.x)).toBeCloseTo(value(again.vertex.x), 9);
  }
});
