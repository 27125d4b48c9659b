/**
 * What can be done before the first cell comes, in steps of a few milliseconds: the packages of the
 * course are read, the program that has them is made, and each kind of answer is given once, so that
 * the code for it is compiled and the checker knows the types that all cells use.
 */
import { compile } from "./compile";
import { complete } from "./complete/complete";
import { documentation } from "./inspect/inspect";
import { createModules } from "./modules";
import { COURSE } from "./program/library";
import { createScope } from "./scope/scope";
import { keepCompiled } from "./typescript";
import type { Workshop } from "./workshop";

const PACKAGES = [COURSE, "@tensorflow/tfjs-node", "danfojs-node"];

export function* warmUp({ place, project }: Workshop): Generator<void> {
  yield* project.foresee(PACKAGES);
  yield;
  const scratch = {
    place,
    project,
    scope: createScope(project),
    modules: createModules(place, project),
  };
  compile("const x = [1, 2].map((v) => v + 1); console.log(x); x", 0, scratch);
  yield;
  compile(`import { linalg } from "${COURSE}"; linalg`, 0, scratch);
  yield;
  complete("linalg.", "linalg.".length, scratch);
  yield;
  documentation("linalg.solve(", "linalg.solve(".length, 0, scratch);
  yield;
  keepCompiled();
}
