export { type Standardized, type StandardizeOptions, standardize } from "./standardize";
