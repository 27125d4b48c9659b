import type { Rng } from "../../core";
import { maxAbs } from "../kernels/vectors";
import { Devex, FLAT } from "./devex";
import { bestStop, firstStop, type Stop } from "./ratio";
import type { Vertex } from "./vertex";

/** Steps of length zero after which the bounds are relaxed. */
const PATIENCE = 20;
/** By how much, relative to a bound and 1. */
const RELAX = 5e-7;
/** Before a program is called infeasible, reduced costs down to this are tried. */
const FINE = 1e-12;
/** A pivot below this is accepted with fresh factors alone. */
const SMALL_PIVOT = 1e-5;
/** A pivot below this is not accepted. */
const TINY_PIVOT = 1e-8;
/** Two values of one pivot may differ by so much. */
const DISAGREE = 1e-7;

/** The walk's log: called after each step. */
export interface Log {
  mayStep: () => boolean;
  visit: (phase: 1 | 2) => void;
}

/** The primal simplex method from a vertex. */
export class PrimalSimplex {
  private readonly pricing: Devex;
  private readonly change: Float64Array;
  private idle = 0;
  /** After "unbounded": the variable that may move for ever, and in which sense. */
  falling = { j: -1, sense: 0 };

  constructor(
    private readonly vertex: Vertex,
    private readonly g: Rng,
    private readonly log: Log,
  ) {
    this.pricing = new Devex(vertex);
    this.change = new Float64Array(vertex.form.m);
  }

  /**
   * Finds the phase, its costs and the reduced costs. Rounding alone does not lead back to phase 1, `again`:
   * bounds give way to variables that stray a little.
   */
  private begin(again = true): void {
    const { vertex } = this;
    const { members } = vertex.basis;
    let [strays, most] = [0, 0];
    for (const j of members) {
      const s = Math.abs(vertex.stray(j));
      if (s === 0) continue;
      strays++;
      most = Math.max(most, s);
    }
    if (again && strays > 0 && !vertex.isPhase1 && most < RELAX) {
      for (const j of members) {
        if (vertex.stray(j) === 0) continue;
        if (vertex.x[j] < vertex.lo[j]) vertex.lo[j] = vertex.x[j];
        else vertex.hi[j] = vertex.x[j];
      }
      vertex.isRelaxed = true;
      strays = 0;
    }
    vertex.isPhase1 = strays > 0;
    if (!vertex.isPhase1) vertex.cost.set(vertex.form.cost);
    else {
      vertex.cost.fill(0);
      for (const j of members) vertex.cost[j] = Math.sign(vertex.stray(j));
    }
    vertex.price();
  }

  /** Relaxes the bounds of the basic variables at random, so that they are met one at a time. */
  private relax(): void {
    const { lo, hi, basis } = this.vertex;
    for (const j of basis.members) {
      const by = (v: number) => RELAX * this.g.uniform(1, 2) * (1 + Math.abs(v));
      if (lo[j] > -Infinity) lo[j] -= by(lo[j]);
      if (hi[j] < Infinity) hi[j] += by(hi[j]);
    }
    this.vertex.isRelaxed = true;
    this.idle = 0;
  }

  /** Takes the step: to the other bound, or an exchange. */
  private step(j: number, sense: number, { position, step, bound }: Stop): void {
    const { vertex } = this;
    const { x, basis, lo, hi } = vertex;
    const leaving = position < 0 ? -1 : basis.members[position];
    vertex.move(j, sense * Math.max(0, step));
    if (leaving < 0) {
      x[j] = bound;
      this.follow();
      return;
    }
    if (step < 0) {
      // it was beyond the bound already: the bound gives way
      if (bound === hi[leaving]) hi[leaving] = x[leaving];
      else lo[leaving] = x[leaving];
      vertex.isRelaxed = true;
    } else x[leaving] = bound;
    this.pricing.reweigh(j, leaving);
    const cost = vertex.cost[leaving];
    vertex.exchange(position, j);
    if (vertex.isPhase1) {
      vertex.d[leaving] -= cost;
      vertex.cost[leaving] = 0;
    }
    this.follow();
  }

  /** In phase 1: the costs follow the variables that came within their bounds, or left them. */
  private follow(): void {
    if (!this.vertex.isPhase1) return;
    const { vertex, change } = this;
    const { members } = vertex.basis;
    let [differs, strays] = [false, false];
    for (let p = 0; p < members.length; p++) {
      const j = members[p];
      const now = Math.sign(vertex.stray(j));
      if (now !== 0) strays = true;
      change[p] = now - vertex.cost[j];
      if (change[p] !== 0) differs = true;
    }
    if (!strays) this.begin();
    else if (differs) vertex.recost(change);
  }

  /** Whether the two ways to compute the pivot agree, and it is large enough, also beside its column. */
  private isSound(j: number, position: number): boolean {
    const { w, alpha, basis } = this.vertex;
    const pivot = w[position];
    const size = Math.abs(pivot);
    if (Math.abs(pivot - alpha[j]) > DISAGREE * (1 + size)) return false;
    return size > (basis.isFresh ? TINY_PIVOT * Math.max(1, maxAbs(w)) : SMALL_PIVOT);
  }

  /** Walks to the end. `onlyFeasible`: until a feasible vertex is found. */
  run(onlyFeasible = false): "optimal" | "infeasible" | "unbounded" | "maxIter" {
    const { vertex } = this;
    const { basis } = vertex;
    this.begin(false);
    const anew = () => {
      vertex.refresh();
      this.begin();
    };
    let flat = FLAT;
    for (;;) {
      if (basis.isDue) anew();
      if (onlyFeasible && !vertex.isPhase1) return "optimal";
      if (!vertex.isPhase1) flat = FLAT;
      const j = this.pricing.entering(flat);
      if (j < 0) {
        if (!basis.isFresh) {
          anew();
          continue;
        }
        if (!vertex.isPhase1) return "optimal";
        // what strays a little may yet come in by steps that promise little
        if (flat <= FINE) return "infeasible";
        flat = FINE;
        continue;
      }
      if (!this.log.mayStep()) return "maxIter";
      const sense = vertex.d[j] < 0 ? 1 : -1;
      basis.answer(j, vertex.w);
      const stop = (vertex.isPhase1 ? bestStop : firstStop)(vertex, j, sense);
      if (stop.step === Infinity) {
        if (!basis.isFresh) {
          anew();
          continue;
        }
        if (!vertex.isPhase1) {
          this.falling = { j, sense };
          return "unbounded";
        }
        this.pricing.avoid(j);
        continue;
      }
      if (stop.position >= 0) {
        vertex.row(stop.position);
        if (!this.isSound(j, stop.position)) {
          if (basis.isFresh) this.pricing.avoid(j);
          else anew();
          continue;
        }
      }
      const phase = vertex.isPhase1 ? 1 : 2;
      this.idle = stop.step > vertex.tolerance ? 0 : this.idle + 1;
      this.step(j, sense, stop);
      this.pricing.avoidNone();
      this.log.visit(phase);
      if (this.idle > PATIENCE) this.relax();
    }
  }
}
