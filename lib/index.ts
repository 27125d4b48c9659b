/**
 * The math library of the course: its table of contents.
 *
 *   core ← linalg ← calculus, prob ← optimize, stats ← learn        data, display: the edges
 *
 * Modules are namespaces (`linalg.svd`, `stats.ols`); what every notebook cell needs (`rng`, `show`,
 * `plot`, `check`, …) stands at the top level too.
 */

export * as calculus from "./calculus";
export * as core from "./core";
export * from "./core";
export * as data from "./data";
export * as display from "./display";
export * from "./display";
export * as learn from "./learn";
export * as linalg from "./linalg";
export * as optimize from "./optimize";
export * as prob from "./prob";
export * as stats from "./stats";
