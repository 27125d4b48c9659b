import { LinAlgError } from "../../core";
import {
  cholesky,
  copyOf,
  type Dense,
  dense,
  gram,
  matvec,
  solveTriangular,
  transpose,
} from "../../linalg/flat";
import { maxAbs } from "../kernels/vectors";
import { add, addInequalities, type ConvexProgram, inequalitiesAt } from "./convexProgram";

/** A weight above this stays in the system; eliminated, it would drown the rest. */
const HEAVY = 2;
/**
 * What the diagonals are touched by, relative to themselves and 1, so that directions that nothing holds do
 * not stop the method: as little as the Cholesky factor bears.
 */
const TOUCHES = [1e-13, 1e-11, 1e-9, 1e-7];
/** Corrections by what a solution leaves over. */
const CORRECTIONS = 3;
/** What a solution may leave over, relative to the right-hand side. */
const EXACT = 1e-15;

/** The Cholesky factor of a matrix that is positive semidefinite, its diagonal touched. */
function touchedCholesky(M: Dense): Dense {
  for (const touch of TOUCHES) {
    const touched = copyOf(M);
    for (let p = 0; p < M.rows * M.cols; p += M.cols + 1)
      touched.data[p] += touch * (1 + M.data[p]);
    try {
      return cholesky(touched);
    } catch (error) {
      if (!(error instanceof LinAlgError) || touch === TOUCHES[TOUCHES.length - 1]) throw error;
    }
  }
  throw new LinAlgError("quadprog: the Newton equations are not positive definite");
}

/** A direction of the primal and the dual variables. */
export interface Move {
  dx: Float64Array;
  dz: Float64Array;
  dy: Float64Array;
}

/**
 * The Newton equations at a point with ratios wᵢ = zᵢ/sᵢ,
 *
 *   Q·dx + Rᵀdz + Aᵀdy = r,   R·dx − dz/w = t,   A·dx = q,
 *
 * R the rows of all inequalities, factorised for several right-hand sides.
 *
 * dz = w(R·dx − t) is eliminated, of rows with a large w only the part of weight 1, and of the equations
 * a multiple: H = Q + RᵀwR + AᵀA is positive definite where the program has one solution. The rest of
 * the heavy rows and the equations, C, is eliminated next: S = C·H⁻¹Cᵀ + the diagonal of what they leave.
 */
export class NewtonSystem {
  /** Rows of G that are heavy. */
  private readonly heavy: number[] = [];
  /** The weight with which each row of all inequalities is eliminated. */
  private readonly light: Float64Array;
  private readonly L: Dense;
  /** L⁻¹Cᵀ. */
  private readonly Y: Dense;
  private readonly S: Dense;

  /** @throws LinAlgError if the weights are so far apart that rounding leaves no positive definite H or S. */
  constructor(
    private readonly program: ConvexProgram,
    private readonly w: Float64Array,
  ) {
    const { G } = program;
    this.light = w.slice();
    for (let i = 0; i < G.rows; i++) {
      if (w[i] <= HEAVY) continue;
      this.heavy.push(i);
      this.light[i] = 1;
    }
    this.L = touchedCholesky(this.eliminated());
    const C = this.coupling();
    this.Y = solveTriangular(this.L, transpose(C), { overwrite: true });
    const S = gram(this.Y);
    this.heavy.forEach((i, k) => {
      S.data[k * (S.rows + 1)] += 1 / (w[i] - 1);
    });
    this.S = touchedCholesky(S);
  }

  /** H. */
  private eliminated(): Dense {
    const { Q, G, A, bounded } = this.program;
    const n = Q.rows;
    const rows = dense(G.rows + A.rows, n);
    for (let i = 0; i < G.rows; i++) {
      const a = Math.sqrt(this.light[i]);
      for (let p = i * n; p < (i + 1) * n; p++) rows.data[p] = a * G.data[p];
    }
    rows.data.set(A.data.subarray(0, A.rows * n), G.rows * n);
    const H = gram(rows);
    for (let p = 0; p < n * n; p++) H.data[p] += Q.data[p];
    for (let k = 0; k < bounded.length; k++) {
      H.data[bounded[k] * (n + 1)] += this.light[G.rows + k];
    }
    return H;
  }

  /** C: the heavy rows, and the equations. */
  private coupling(): Dense {
    const { G, A } = this.program;
    const n = G.cols;
    const C = dense(this.heavy.length + A.rows, n);
    this.heavy.forEach((i, k) => {
      C.data.set(G.data.subarray(i * n, (i + 1) * n), k * n);
    });
    C.data.set(A.data.subarray(0, A.rows * n), this.heavy.length * n);
    return C;
  }

  /** The solution to working precision of the factors. */
  private once(r: Float64Array, t: Float64Array, q: Float64Array): Move {
    const { program, heavy, light, L, Y, S } = this;
    const { A } = program;
    const rhs = r.slice();
    addInequalities(
      rhs,
      program,
      light.map((v, i) => v * t[i]),
    );
    add(rhs, matvec(A, q, { transpose: true }));
    const n = rhs.length;
    const column = (data: Float64Array): Dense => ({ data, rows: data.length, cols: 1 });
    const u = solveTriangular(L, column(rhs), { overwrite: true }).data;
    const v = matvec(Y, u, { transpose: true });
    for (let i = 0; i < v.length; i++) {
      v[i] -= i < heavy.length ? t[heavy[i]] : q[i - heavy.length];
    }
    if (v.length > 0) {
      solveTriangular(S, column(v), { overwrite: true });
      solveTriangular(S, column(v), { transpose: true, overwrite: true });
      const Yv = matvec(Y, v);
      for (let j = 0; j < n; j++) u[j] -= Yv[j];
    }
    const dx = solveTriangular(L, column(u), { transpose: true, overwrite: true }).data;
    const dz = inequalitiesAt(program, dx);
    for (let i = 0; i < dz.length; i++) dz[i] = light[i] * (dz[i] - t[i]);
    heavy.forEach((i, k) => {
      dz[i] += v[k];
    });
    return { dx, dz, dy: v.slice(heavy.length) };
  }

  /** What a move leaves over of the right-hand side. */
  private leftOver({ dx, dz, dy }: Move, r: Float64Array, t: Float64Array, q: Float64Array) {
    const { program, w } = this;
    const { Q, A } = program;
    const first = matvec(Q, dx);
    addInequalities(first, program, dz);
    add(first, matvec(A, dy, { transpose: true }));
    for (let j = 0; j < first.length; j++) first[j] = r[j] - first[j];
    const second = inequalitiesAt(program, dx);
    for (let i = 0; i < second.length; i++) second[i] = t[i] - second[i] + dz[i] / w[i];
    const third = matvec(A, dx);
    for (let i = 0; i < third.length; i++) third[i] = q[i] - third[i];
    return { first, second, third };
  }

  /** Solves, and improves the solution by what it leaves over. */
  solve(r: Float64Array, t: Float64Array, q: Float64Array): Move {
    let best = this.once(r, t, q);
    let rest = this.leftOver(best, r, t, q);
    const sizeOf = (e: typeof rest) => Math.max(maxAbs(e.first), maxAbs(e.second), maxAbs(e.third));
    let size = sizeOf(rest);
    const goal = EXACT * Math.max(maxAbs(r), maxAbs(t), maxAbs(q));
    for (let k = 0; k < CORRECTIONS && size > goal; k++) {
      const by = this.once(rest.first, rest.second, rest.third);
      const next = {
        dx: best.dx.map((v, j) => v + by.dx[j]),
        dz: best.dz.map((v, i) => v + by.dz[i]),
        dy: best.dy.map((v, i) => v + by.dy[i]),
      };
      const left = this.leftOver(next, r, t, q);
      const now = sizeOf(left);
      if (!(now < size / 2)) return now < size ? next : best;
      [best, rest, size] = [next, left, now];
    }
    return best;
  }
}
