/**
 * A cell that begins with a comment `@module name` between docstring marks is a file of that name beside
 * the notebook, as in tslab: other cells import "./name". Nothing of it runs until one does.
 */
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import type { Compiled, Diagnostic, Refused } from "../messages";
import { slashed } from "./place";
import type { Workshop } from "./workshop";

interface Metadata {
  module?: string;
  jsx?: boolean;
}

const { getCodeMetadata } = createRequire(require.resolve("tslab/package.json"))(
  "./dist/metadata",
) as { getCodeMetadata(code: string): Metadata };

/** The file that a cell is, if it is one. */
export function moduleFile(code: string, cwd: string): string | undefined {
  if (!code.includes("@module")) return undefined;
  const { module, jsx } = getCodeMetadata(code);
  return module === undefined ? undefined : slashed(join(cwd, `${module}${jsx ? ".tsx" : ".ts"}`));
}

/** The file is the cell itself; others keep their names. */
const inCell =
  (own: string) =>
  ({ file, ...one }: Diagnostic): Diagnostic =>
    file === undefined || basename(file) === own ? one : { ...one, file };

export function compileModule(
  code: string,
  path: string,
  { project, scope, modules }: Workshop,
): Compiled | Refused {
  project.setFile(path, code);
  const importing = scope.read(`import ${JSON.stringify(path.replace(/\.tsx?$/, ""))}`, "module");
  scope.enter(importing);
  const errors = modules.errors(importing);
  if (errors.length > 0)
    return { kind: "refused", diagnostics: errors.map(inCell(basename(path))) };
  return {
    kind: "code",
    output: "",
    map: JSON.stringify({ version: 3, sources: [], names: [], mappings: "" }),
    hasAwait: false,
    names: [],
    imports: [],
    modules: modules.handOver(importing),
  };
}
