/** The `.ts` files that a cell imports, compiled along with it when they are new or have changed. */
import type { Compiled, Diagnostic } from "../messages";
import { moduleErrors } from "./check/diagnostics";
import { createEdits } from "./edits/edits";
import { redirectImports } from "./edits/imports";
import { emitModule } from "./emit/emit";
import type { Place } from "./place";
import { compiledPath, reachedSources } from "./program/modules";
import type { Project } from "./program/project";
import type { File } from "./typescript";

export interface Modules {
  /** What is wrong in the files that a cell reaches. */
  errors(cell: File): Diagnostic[];
  /** Those of them that have not been handed over as they are now. */
  handOver(cell: File): Compiled["modules"];
}

export function createModules(place: Place, project: Project): Modules {
  const handedOver = new Map<string, string>();
  const reached = (cell: File) => reachedSources(place, project.program(), cell);

  function compiled(file: File): Compiled["modules"][number] {
    const edits = createEdits(file.text);
    redirectImports(place, file, edits);
    const edited = edits.apply("", [[0, file.text.length]]);
    return { path: compiledPath(file.path), data: emitModule(file.text, edited, file.path) };
  }

  return {
    errors: (cell) => reached(cell).flatMap((file) => moduleErrors(file, place, project.program())),
    handOver(cell) {
      const fresh = reached(cell).filter((file) => handedOver.get(file.path) !== file.version);
      for (const file of fresh) handedOver.set(file.path, file.version);
      return fresh.map(compiled);
    },
  };
}
