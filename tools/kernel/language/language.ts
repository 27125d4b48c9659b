/** The language side of a kernel: what cells mean, for running them and for editing them. */
import type { Questions } from "../messages";
import { compile } from "./compile";
import { complete } from "./complete/complete";
import { inspect } from "./inspect/inspect";
import { isComplete } from "./isComplete";
import { createModules } from "./modules";
import type { Place } from "./place";
import { createProject } from "./program/project";
import { createScope } from "./scope/scope";
import { warmUp } from "./warmUp";

export type Language = {
  [K in keyof Questions]: (of: Questions[K][0]) => Questions[K][1];
} & {
  /** Does ahead what the first cells would have to wait for, in short steps. */
  warmUp(): Generator<void>;
};

export function createLanguage(place: Place, project = createProject(place)): Language {
  const scope = createScope(project);
  const modules = createModules(place, project);
  const workshop = { place, project, scope, modules };
  return {
    compile: ({ code, count }) => compile(code, count, workshop),
    complete: ({ code, cursor_pos }) => complete(code, cursor_pos, workshop),
    inspect: ({ code, cursor_pos, detail_level }) =>
      inspect(code, cursor_pos, detail_level, workshop),
    isComplete: ({ code }) => isComplete(code),
    warmUp: () => warmUp(workshop),
  };
}
