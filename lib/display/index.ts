export { type CheckOptions, type CheckValue, check } from "./check";
export {
  type ChoiceControlOptions,
  type ControlOptions,
  checkbox,
  choice,
  type SliderOptions,
  slider,
} from "./controls";
export { Formula, type FormulaOptions, formula } from "./formula";
export { type InteractOptions, interact } from "./interact";
export type { Control, Controls, Values } from "./interact/control";
export { Latex, type LatexOptions, type LatexValue, latex } from "./latex";
export * as plot from "./plot";
export { type ProgressOptions, progress } from "./progress";
export type { Bundle } from "./render/bridge";
export type { ShowOptions } from "./render/options";
export { bundles, show } from "./show";
export { Table, type TableData, type TableOptions, table } from "./table";
