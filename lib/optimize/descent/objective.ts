import { describeValue, type ReadonlyVector, requireFunction, type Vector } from "../../core";
import type { Bound, Gradient, Scalar, ValueAndGradient } from "../types";
import { clip, inwards } from "./box";
import { differenceStep, differences, typicalSizes } from "./differences";

/**
 * A function and its gradient, with what they return checked and how often they are called counted.
 *
 * The gradient is the user's, or comes along with the value (`grad: true`), or is taken by central
 * differences, inside the bounds if there are any. Both may be scaled by a power of two.
 */
export class Objective {
  nfev = 0;
  ngev = 0;
  private scale = 1;
  private refined = false;
  private typical: Vector | undefined;
  private known: { x: Vector; value: number; grad: Vector } | null = null;

  constructor(
    readonly caller: string,
    private readonly f: Scalar | ValueAndGradient,
    private readonly n: number,
    private readonly grad?: Gradient | true,
    readonly bounds?: readonly Bound[],
  ) {
    requireFunction(caller, "f", f);
    if (grad !== undefined && grad !== true) requireFunction(caller, "grad", grad);
  }

  /** What the values are to be multiplied with to be those of f: a power of two. */
  get unit(): number {
    return 1 / this.scale;
  }

  /** From now on everything is multiplied by a power of two. */
  scaleBy(scale: number): void {
    this.scale = scale;
    this.known = null;
  }

  /** Whether the gradient is taken by difference quotients. */
  get differs(): boolean {
    return this.grad === undefined;
  }

  /** The bounds of a variable. */
  walls(i: number): Bound {
    return this.bounds?.[i] ?? [-Infinity, Infinity];
  }

  /** x moved into the box, if there is one. */
  inside(x: Vector): Vector {
    return this.bounds ? clip(x, this.bounds) : x;
  }

  /** How much of each derivative may be rounding of difference quotients; 0 for a gradient that is given. */
  noise(x: ReadonlyVector, value: number): Vector {
    const rounding = this.differs ? 3 * Number.EPSILON * Math.abs(value) : 0;
    return x.map((v, i) => rounding / differenceStep(v, this.typical?.[i]));
  }

  /** What counts as a small change of each variable: relative to its usual size. */
  sizes(x: ReadonlyVector): Vector {
    return x.map((v, i) => Math.max(Math.abs(v), this.typical?.[i] ?? 1));
  }

  /** Whether f(x) stands out from the values next to it that difference quotients use, as near a pole. */
  isSpike(x: ReadonlyVector, value: number): boolean {
    if (!this.differs) return false;
    return x.some((v, i) => {
      const h = differenceStep(v, this.typical?.[i]);
      const w = inwards(v, h, this.walls(i));
      const there = this.value([...x.slice(0, i), w, ...x.slice(i + 1)]);
      return Math.abs(there) < Math.abs(value) / 2;
    });
  }

  /**
   * Whether f, looked at through its values alone, is least at x along every axis: it rises over the step of
   * a difference quotient to both sides alike, to a thousandth. Not asked where the gradient is given.
   */
  isVertex(x: ReadonlyVector, value: number): boolean {
    if (!this.differs) return false;
    return x.every((v, i) => {
      const h = differenceStep(v, this.typical?.[i]);
      const [lower, upper] = this.walls(i);
      const rise = (w: number) => this.value([...x.slice(0, i), w, ...x.slice(i + 1)]) - value;
      if (v === lower || v === upper) return rise(inwards(v, h, [lower, upper])) >= 0;
      if (v - h < lower || v + h > upper) return false;
      const [left, right] = [rise(v - h), rise(v + h)];
      return left >= 0 && right >= 0 && Math.abs(right - left) <= 1e-3 * (right + left);
    });
  }

  /**
   * From now on difference quotients of fourth order, (4·D(h) − D(2h))/3, at twice the cost. False if that is
   * no news: for a gradient that is given, or the second time.
   */
  refine(): boolean {
    if (!this.differs || this.refined) return false;
    this.refined = true;
    return true;
  }

  /** f(x): a number, which may be NaN or infinite. */
  value(x: Vector): number {
    if (this.grad === true) return this.both(x).value;
    this.nfev++;
    const value: unknown = this.f(x.slice());
    if (typeof value !== "number") {
      const hint =
        typeof value === "object" && value !== null && "grad" in value
          ? ' (an f that returns { value, grad } needs the option "grad: true")'
          : "";
      throw new TypeError(
        `${this.caller}: f must return a number, got ${describeValue(value)}${hint}`,
      );
    }
    return value * this.scale;
  }

  /** ∇f(x): n numbers, which may be NaN or infinite. */
  gradient(x: Vector): Vector {
    if (this.grad === true) return this.both(x).grad;
    this.ngev++;
    if (this.grad === undefined) {
      const value = (z: Vector) => this.value(z);
      this.typical ??= typicalSizes(value, x, this.bounds);
      const slopes = differences(value, x, this.bounds, this.typical);
      if (!this.refined) return slopes;
      const twice = this.sizes(x).map((v) => 2 * v);
      const coarse = differences(value, x, this.bounds, twice);
      return slopes.map((g, i) => g + (g - coarse[i]) / 3);
    }
    return this.checked("grad must return", this.grad(x.slice()));
  }

  private both(x: Vector): { value: number; grad: Vector } {
    if (this.known?.x === x) return this.known;
    this.nfev++;
    this.ngev++;
    const out: unknown = this.f(x.slice());
    const { value, grad } = (typeof out === "object" && out !== null ? out : {}) as {
      value?: unknown;
      grad?: unknown;
    };
    if (typeof value !== "number") {
      throw new TypeError(
        `${this.caller}: with grad: true, f must return { value, grad }, got ${describeValue(out)}`,
      );
    }
    const slopes = this.checked("f must return a grad that is", grad);
    this.known = { x, value: value * this.scale, grad: slopes };
    return this.known;
  }

  private checked(what: string, g: unknown): Vector {
    if (!Array.isArray(g) || g.length !== this.n) {
      throw new RangeError(
        `${this.caller}: ${what} a vector of length ${this.n} (length of x0), got ${describeValue(g)}`,
      );
    }
    const wrong = g.findIndex((v) => typeof v !== "number");
    if (wrong >= 0) {
      throw new TypeError(
        `${this.caller}: ${what} a vector of numbers, entry ${wrong} is ${describeValue(g[wrong])}`,
      );
    }
    return g.map((v) => v * this.scale);
  }
}
