/** What an execution works with. */
import type { Ask } from "../../common/ask";
import type { LateErrors } from "../errors/late";
import type { Sources } from "../errors/sources";
import type { Stacks } from "../errors/stacks";
import type { History } from "../front/history";
import type { Modules } from "../modules/modules";
import type { Output } from "../output/output";
import type { Display } from "../results/result";
import type { Evaluate } from "../run/evaluate";
import type { Counter } from "./counter";

export interface Parts {
  /** Asks the language thread. */
  ask: Ask;
  evaluate: Evaluate;
  modules: Modules;
  output: Output;
  sources: Sources;
  stacks: Stacks;
  late: LateErrors;
  history: History;
  counter: Counter;
  /** The library's `display`, when it is wanted. */
  display(): Display | undefined;
}
