import type { Vector } from "../../core";
import { isPoleBetween } from "../scalar/pole";
import type { Objective } from "./objective";

/** How far around a spike f is looked at, relative to the size of a variable. */
const REACH = 1e-3;

/**
 * Whether f falls to x as to a pole, along some axis, rather than to a minimum. A pole is below 0 in the end
 * and a spike: elsewhere that costs nothing, or n + 1 evaluations.
 */
export function fallsToPole(objective: Objective, x: Vector): boolean {
  const fun = objective.value(x);
  if (fun === -Infinity) return true;
  if (!objective.isSpike(x, fun)) return false;
  const sizes = objective.sizes(x);
  return x.some((v, i) => {
    const [lower, upper] = objective.walls(i);
    const reach = REACH * sizes[i];
    const ends: [number, number] = [Math.max(lower, v - reach), Math.min(upper, v + reach)];
    const along = (w: number) => objective.value([...x.slice(0, i), w, ...x.slice(i + 1)]);
    return ends[0] < ends[1] && isPoleBetween(along, v, fun, ends);
  });
}

/**
 * The result of a search by values of f alone, not converged where f falls to its end as to a pole. (To a gradient that is
 * given a pole shows.)
 */
export function unlessPole<
  R extends { x: Vector; fun: number; nfev: number; converged: boolean; message: string },
>(objective: Objective, found: R): R {
  const { x, fun, converged } = found;
  if (!converged || fun >= 0 || !objective.differs) return found;
  const isPole = fallsToPole(objective, x);
  const { nfev } = objective;
  if (!isPole) return { ...found, nfev };
  return { ...found, nfev, converged: false, message: `f falls to ${fun} at [${x}] as to a pole` };
}
