/** What all answers stand on. */
import type { Modules } from "./modules";
import type { Place } from "./place";
import type { Project } from "./program/project";
import type { Scope } from "./scope/scope";

export interface Workshop {
  place: Place;
  project: Project;
  scope: Scope;
  modules: Modules;
}
