/** The language side of a kernel: what cells mean, for running them and for editing them. */
import type { Questions } from "../messages";
import { compile } from "./compile";
import { isComplete } from "./isComplete";
import { createModules } from "./modules";
import type { Place } from "./place";
import { createProject } from "./program/project";
import { createScope } from "./scope/scope";

export type Language = {
  [K in keyof Questions]: (of: Questions[K][0]) => Questions[K][1];
};

export function createLanguage(
  place: Place,
  project = createProject(place),
): Partial<Language> & Pick<Language, "compile" | "isComplete"> {
  const scope = createScope(place, project);
  const modules = createModules(place, project);
  const workshop = { place, project, scope, modules };
  return {
    compile: ({ code, count }) => compile(code, count, workshop),
    isComplete: ({ code }) => isComplete(code),
  };
}
