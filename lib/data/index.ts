export { assign, type NewColumn, type Row } from "./assign";
export { concat } from "./concat";
export type { ColumnType } from "./csv/column";
export type { ReadCSVOptions } from "./csv/options";
export {
  type DateColumn,
  type DatePart,
  dateDiff,
  datePart,
  type ToDatesOptions,
  toDates,
} from "./dates";
export { type DescribeOptions, describe } from "./describe";
export { checksum, verify } from "./file";
export { fillna } from "./fillna";
export { filterRows, type RowFilter } from "./filterRows";
export type { AggregateName, Reducer, Scalar } from "./frames/aggregate";
export type { AggregateSpec } from "./frames/tasks";
export { agg, type GroupByOptions, type Grouped, groupBy } from "./groupBy";
export { type MergeOptions, merge } from "./merge";
export { type PivotOptions, pivot } from "./pivot";
export { readCSV } from "./readCSV";
export { type SortOptions, sortBy } from "./sortBy";
export { takeRows } from "./takeRows";
export { toColumns } from "./toColumns";
export { type ToDataFrameOptions, toDataFrame } from "./toDataFrame";
export { toMatrix, toVector } from "./toMatrix";
export { type ToTensorOptions, toTensor } from "./toTensor";
export { formatCSV, type WriteCSVOptions, writeCSV } from "./writeCSV";
