import { expect, test } from "vitest";
import { linprog } from "../../../lib/optimize";
import { flawOfInfeasibility, flawOfRay } from "../../../lib/optimize/programs/certificate";
import {
  contradiction,
  type LinearProgram,
  recession,
} from "../../../lib/optimize/programs/secondProof";

/** The parts of a polyhedron that are options of linprog. */
const only = ({ Aub, bub, Aeq, beq }: LinearProgram["given"]) => ({ Aub, bub, Aeq, beq });

test("the best direction of recession proves that the objective falls for ever", () => {
  const given = {
    Aub: [[1, -1, 0]],
    bub: [3],
    Aeq: [[0, 1, -1]],
    beq: [2],
    lower: [0, -Infinity, -Infinity],
    upper: [Infinity, Infinity, Infinity],
  };
  const costs = [-1, 0, 0];
  const { costs: c, given: box } = recession(costs, given, [1, 1, 1]);
  expect(box.lower).toEqual([0, -1, -1]);
  expect(box.bub).toEqual([0]);
  const bounds = box.lower.map((l, j): [number, number] => [l, box.upper[j]]);
  const { x } = linprog(c, { ...only(box), bounds });
  expect(x).toEqual([1, 1, 1]);
  expect(flawOfRay(costs, given, [0, 0, -2], x, [1, 1])).toBe("");
});

test("multipliers that cancel out prove a contradiction, of rows, equations and bounds", () => {
  const given = {
    Aub: [[1, 1, 0]],
    bub: [1],
    Aeq: [[0, 1, 1]],
    beq: [5],
    lower: [2, -Infinity, -Infinity],
    upper: [Infinity, Infinity, 3],
  };
  // y = 5 − z ≥ 2, x ≥ 2, and yet x + y ≤ 1
  const program = contradiction(given, [1, 1], [1, 1, 1]);
  const bounds = program.given.lower.map((l, j): [number, number] => [l, program.given.upper[j]]);
  const { x, fun } = linprog(program.costs, { ...only(program.given), bounds });
  expect(fun).toBe(-3);
  const duals = program.dualsOf(x);
  expect(duals).toEqual({ ub: [1], eq: [-1], lower: [1, 0, 0], upper: [0, 0, 1] });
  expect(flawOfInfeasibility(given, duals)).toBe("");
  // with room there is none
  const wide = contradiction({ ...given, bub: [9] }, [1, 1], [1, 1, 1]);
  expect(linprog(wide.costs, { ...only(wide.given), bounds }).fun).toBe(0);
});
