/**
 * Files and data frames: CSV in and out, danfo DataFrames derived, grouped, joined and sorted, and the way from them to
 * arrays and tensors.
 *
 * What is missing is NaN, or null in columns of words. Frames are never changed; each verb returns a new one.
 */

// Files

export { checksum, verify } from "./file";
export { readCSV } from "./readCSV";
export { formatCSV, type WriteCSVOptions, writeCSV } from "./writeCSV";

// Rows and columns

export { assign, type NewColumn, type Row } from "./assign";
export {
  type DateColumn,
  type DatePart,
  dateDiff,
  datePart,
  type ToDatesOptions,
  toDates,
} from "./dates";
export { type DescribeOptions, describe } from "./describe";
export { fillna } from "./fillna";
export { filterRows, type RowFilter } from "./filterRows";
export { type SortOptions, sortBy } from "./sortBy";
export { takeRows } from "./takeRows";

// Grouping and joining

export { concat } from "./concat";
export { agg, type GroupByOptions, type Grouped, groupBy } from "./groupBy";
export { type MergeOptions, merge } from "./merge";
export { type PivotOptions, pivot } from "./pivot";

// Frames, arrays and tensors

export { toColumns } from "./toColumns";
export { type ToDataFrameOptions, toDataFrame } from "./toDataFrame";
export { toMatrix, toVector } from "./toMatrix";
export { type ToTensorOptions, toTensor } from "./toTensor";

// Types

export type { ColumnType } from "./csv/column";
export type { ReadCSVOptions } from "./csv/options";
export type { AggregateName, Reducer, Scalar } from "./frames/aggregate";
export type { AggregateSpec } from "./frames/tasks";
