/** What to do when a name is not found: the course's library may have it. */
import { join } from "node:path";
import { type Place, slashed } from "../place";
import { COURSE } from "../program/library";
import { type TS, ts } from "../typescript";

/** All ways in which the library has a name: itself, or in its modules. */
function inLibrary(name: string, place: Place, program: TS.Program): string[] {
  const file = program.getSourceFile(slashed(join(place.root, "lib", "dist", "index.d.ts")));
  const checker = program.getTypeChecker();
  const library = file && checker.getSymbolAtLocation(file);
  if (!library) return [];
  const exports = checker.getExportsOfModule(library);
  if (exports.some((one) => one.name === name)) return [name];
  const isModule = (one: TS.Symbol) => (one.flags & ts.SymbolFlags.ValueModule) !== 0;
  const has = (one: TS.Symbol) =>
    checker.getExportsOfModule(one).some((part) => part.name === name);
  return exports
    .filter((one) => one.flags & ts.SymbolFlags.Alias)
    .filter((one) => isModule(checker.getAliasedSymbol(one)) && has(checker.getAliasedSymbol(one)))
    .map((one) => `${one.name}.${name}`);
}

export function nameHint(name: string, place: Place, program: TS.Program): string {
  const found = inLibrary(name, place, program);
  if (found.length === 0) return "No cell that has been run declares it.";
  const imported = found.map((one) => one.split(".")[0]).join(", ");
  const inside = found[0] === name ? "" : `, as ${found.join(" or ")}`;
  return `The course's library has it${inside}: import { ${imported} } from "${COURSE}".`;
}
