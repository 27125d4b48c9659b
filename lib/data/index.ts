export type { ColumnType } from "./columns";
export { type ToDataFrameOptions, toDataFrame, toMatrix, toTensor, toVector } from "./convert";
export { checksum, verify } from "./file";
export { type ReadCSVOptions, readCSV } from "./readCSV";
