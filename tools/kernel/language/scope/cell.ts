/** A cell as a source file: a module, whatever stands in it. */
import { type File, ts } from "../typescript";

export function parseCell(path: string, text: string): File {
  const file = ts.createSourceFile(
    path,
    text,
    {
      languageVersion: ts.ScriptTarget.ES2022,
      setExternalModuleIndicator(made) {
        (made as unknown as File).externalModuleIndicator = true;
      },
    },
    false,
    ts.ScriptKind.TS,
  ) as unknown as File;
  return Object.assign(file, {
    path,
    resolvedPath: path,
    originalFileName: path,
    version: "cell",
    resolvedModules: ts.createModeAwareCache(),
    imports: [],
    moduleAugmentations: [],
    ambientModuleNames: [],
  });
}
