import type { Log } from "./primal";
import type { Vertex } from "./vertex";

/** A reduced cost may have the wrong sign by so much. */
const FLAT = 1e-9;
/** A pivot below this is rounding. */
const PIVOT = 1e-9;
/** Two values of one pivot may differ by so much. */
const DISAGREE = 1e-7;
/** Steps at most, as multiples of the number of rows: there is little to mend. */
const PATIENCE = 5;

/**
 * The dual simplex method from a vertex whose reduced costs have the right signs: takes variables that
 * stray out of the basis until none is left. Returns whether it got there.
 */
export function dualSimplex(vertex: Vertex, { mayStep, visit }: Log): boolean {
  const { x, lo, hi, d, alpha, w, position, basis } = vertex;
  const { members } = basis;
  for (let left = PATIENCE * members.length; left > 0 && mayStep(); left--) {
    if (basis.isDue) vertex.refresh();
    let [r, most] = [-1, 0];
    for (let p = 0; p < members.length; p++) {
      const s = Math.abs(vertex.stray(members[p]));
      if (s > most) [r, most] = [p, s];
    }
    if (r < 0) {
      if (basis.isFresh) return true;
      vertex.refresh();
      continue;
    }
    const leaving = members[r];
    const up = x[leaving] < lo[leaving] ? 1 : -1;
    vertex.row(r);
    let limitRatio = Infinity;
    const may = (j: number) => {
      const a = up * alpha[j];
      if (position[j] >= 0 || Math.abs(a) <= PIVOT || lo[j] === hi[j]) return false;
      return a < 0 ? x[j] < hi[j] : x[j] > lo[j];
    };
    for (let j = 0; j < d.length; j++) {
      if (may(j)) limitRatio = Math.min(limitRatio, (Math.abs(d[j]) + FLAT) / Math.abs(alpha[j]));
    }
    let [entering, largest] = [-1, 0];
    for (let j = 0; j < d.length; j++) {
      const size = Math.abs(alpha[j]);
      if (size > largest && may(j) && Math.abs(d[j]) / size <= limitRatio) {
        [entering, largest] = [j, size];
      }
    }
    if (entering < 0) return false;
    basis.answer(entering, w);
    if (Math.abs(w[r] - alpha[entering]) > DISAGREE * (1 + Math.abs(w[r]))) {
      if (basis.isFresh) return false;
      vertex.refresh();
      continue;
    }
    const bound = up > 0 ? lo[leaving] : hi[leaving];
    vertex.move(entering, (x[leaving] - bound) / w[r]);
    x[leaving] = bound;
    vertex.exchange(r, entering);
    visit(1);
  }
  return false;
}
