/** TypeScript to JavaScript, with types left out and imports as `require`. */
import type { Edited } from "../edits/edits";
import { emitOptions } from "../options";
import { ts } from "../typescript";
import { mapToSource } from "./sourceMap";

const COMMENT = /\/\/# sourceMappingURL=.*\s*$/;

export interface Emitted {
  output: string;
  /** Source map to the text before it was changed. */
  map: string;
}

function emit(source: string, edited: Edited, name: string): Emitted {
  const { outputText, sourceMapText } = ts.transpileModule(edited.text, {
    fileName: name,
    compilerOptions: { ...emitOptions, sourceMap: true },
  });
  return {
    output: outputText.replace(COMMENT, ""),
    map: mapToSource(sourceMapText!, name, source, edited),
  };
}

/** A cell's code; stacks name it. */
export function emitCell(source: string, edited: Edited, name: string): Emitted {
  const { output, map } = emit(source, edited, name);
  return { output: `${output}//# sourceURL=${name}`, map };
}

/** A module's code, with its map in it. */
export function emitModule(source: string, edited: Edited, path: string): string {
  const { output, map } = emit(source, edited, path);
  const data = Buffer.from(map).toString("base64");
  return `${output}//# sourceMappingURL=data:application/json;base64,${data}\n`;
}

/** Those of the names that the code loads when it starts: TypeScript leaves out what gives types alone. */
export function loadedBy(output: string, names: string[]): string[] {
  return names.filter((name) =>
    [JSON.stringify(name), `'${name}'`].some((literal) => output.includes(`require(${literal})`)),
  );
}
