export type { ColumnType } from "./csv/columns";
export { checksum, verify } from "./file";
export { type ReadCSVOptions, readCSV } from "./readCSV";
export { type ToDataFrameOptions, toDataFrame } from "./toDataFrame";
export { toMatrix, toVector } from "./toMatrix";
export { type ToTensorOptions, toTensor } from "./toTensor";
export { formatCSV, type WriteCSVOptions, writeCSV } from "./writeCSV";
