export { type CheckOptions, type CheckValue, check } from "./check";
export type { Bundle } from "./kernel";
export { Latex, type LatexOptions, type LatexValue, latex } from "./latex";
export * as plot from "./plot";
export { bundles, type ShowOptions, show } from "./show";
export { Table, type TableData, type TableOptions, table } from "./table";
