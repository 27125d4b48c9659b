import {
  describeValue,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  type Vector,
} from "../../core";

/** Draws of one quantity: a row for each chain. */
export type ChainDraws = ReadonlyMatrix;

/** Draws of points: chains × draws × coordinates, as samplers return them. */
export type PointDraws = readonly ReadonlyMatrix[];

const RULE = { minRows: 1 };

function requireLength(caller: string, length: number): void {
  if (length < 4) {
    throw new RangeError(`${caller}: draws must have at least 4 draws in a chain, got ${length}`);
  }
}

/** Checks that something varies: a constant has no spread for a diagnostic to speak of. */
function requireVarying(caller: string, chains: ChainDraws, which: string): void {
  const first = chains[0]![0]!;
  if (chains.some((chain) => chain.some((x) => x !== first))) return;
  throw new RangeError(`${caller}: draws must vary, all${which} are ${first}`);
}

/** Checks the draws of points and takes them apart into one matrix chains × draws a coordinate. */
function coordinates(caller: string, draws: PointDraws): ChainDraws[] {
  const [length, dim] = [draws[0]!.length, (draws[0]![0] as ReadonlyVector).length];
  draws.forEach((chain, c) => {
    const rule = { rows: length, rowsOf: "draws of chain 0", cols: dim, colsOf: "chain 0" };
    requireMatrix(caller, `draws[${c}]`, chain, rule);
  });
  requireLength(caller, length);
  return Array.from({ length: dim }, (_, j) => {
    const chains = draws.map((chain) => chain.map((x) => x[j]!));
    requireVarying(caller, chains, ` of coordinate ${j}`);
    return chains;
  });
}

/** Applies `f`, which takes checked draws of one quantity, to one quantity or to every coordinate. */
export function overQuantities(
  caller: string,
  draws: ChainDraws | PointDraws,
  f: (chains: ChainDraws) => number,
): number | Vector {
  if (!Array.isArray(draws) || draws.length === 0) {
    throw new TypeError(
      `${caller}: draws must be chains × draws (number[][]) or chains × draws × coordinates, got ${describeValue(draws)}`,
    );
  }
  const first: unknown = draws[0];
  if (Array.isArray(first) && Array.isArray(first[0])) {
    return coordinates(caller, draws as PointDraws).map(f);
  }
  const chains = requireMatrix(caller, "draws", draws, RULE);
  requireLength(caller, chains[0]!.length);
  requireVarying(caller, chains, "");
  return f(chains);
}

/** The first and the last halves of the chains, so that a drift within one is seen as two that differ. */
export function split(chains: ChainDraws): Vector[] {
  const half = chains[0]!.length >> 1;
  return [...chains.map((x) => x.slice(0, half)), ...chains.map((x) => x.slice(x.length - half))];
}
