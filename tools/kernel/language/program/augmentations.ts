/**
 * What a cell adds to the types of others: `declare global { … }`, `declare module "m" { … }`. The
 * program has it from its own file, because cells are not part of it.
 */
import { type TS, ts } from "../typescript";

export function augmentations(file: TS.SourceFile): string[] {
  return file.statements
    .filter((one): one is TS.ModuleDeclaration => ts.isModuleDeclaration(one))
    .filter(
      ({ name, flags }) => ts.isStringLiteral(name) || flags & ts.NodeFlags.GlobalAugmentation,
    )
    .map((one) => `${one.getText(file)}\n`);
}
