export { type ToDataFrameOptions, toDataFrame, toMatrix, toTensor, toVector } from "./convert";
export { checksum, verify } from "./file";
export { type ColumnType, type ReadCSVOptions, readCSV } from "./readCSV";
