/** Which argument of a call the cursor stands on. */
import type { View } from "../scope/view";
import { ts } from "../typescript";

export interface Argument {
  /** The parameter with its type. */
  declared: string;
  text: string;
  /** Which one, from 1, of how many. */
  number: number;
  of: number;
}

export function argumentAt({ service, path }: View, cursor: number): Argument | undefined {
  const help = service.getSignatureHelpItems(path, cursor, undefined);
  const parameters = help?.items[help.selectedItemIndex]?.parameters ?? [];
  const index = Math.min(help?.argumentIndex ?? 0, parameters.length - 1);
  const parameter = parameters[index];
  return (
    parameter && {
      declared: ts.displayPartsToString(parameter.displayParts),
      text: ts.displayPartsToString(parameter.documentation).replace(/^[-–—]\s*/, ""),
      number: index + 1,
      of: parameters.length,
    }
  );
}
