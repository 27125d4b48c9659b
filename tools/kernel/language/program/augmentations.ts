/**
 * What a file adds to the types of others: `declare global { … }`, `declare module "m" { … }`. The
 * program has what cells add from its own file, because cells are not part of it.
 */
import { type TS, ts } from "../typescript";

export const augmenting = (file: TS.SourceFile): TS.ModuleDeclaration[] =>
  file.statements
    .filter((one): one is TS.ModuleDeclaration => ts.isModuleDeclaration(one))
    .filter(
      ({ name, flags }) => ts.isStringLiteral(name) || flags & ts.NodeFlags.GlobalAugmentation,
    );

export const augmentations = (file: TS.SourceFile): string[] =>
  augmenting(file).map((one) => `${one.getText(file)}\n`);
