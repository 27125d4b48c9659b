/**
 * Values on the page: tables, formulas, figures, checks of numbers in the prose, bars for long loops, controls.
 */

// Showing

export { Diagram, type DiagramOptions, diagram } from "./diagram";
export { Latex, type LatexOptions, type LatexValue, latex } from "./latex";
export * as plot from "./plot";
export { bundles, show } from "./show";
export { Table, type TableData, type TableOptions, table } from "./table";

// Checking

export { type CheckOptions, type CheckValue, check } from "./check";
export { type FormulaOptions, formula } from "./formula";
export { Formula } from "./formula/result";

// Progress and controls

export {
  type ChoiceControlOptions,
  type ControlOptions,
  checkbox,
  choice,
  type SliderOptions,
  slider,
} from "./controls";
export { explore } from "./explore";
export { type InteractOptions, interact } from "./interact";
export { type ProgressOptions, progress } from "./progress";

// Types

export type { Control, Controls, Values } from "./interact/control";
export type { Bundle } from "./render/bridge";
export type { ShowOptions } from "./render/options";
