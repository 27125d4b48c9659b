import { requireBoolean, requireOneOf } from "../../core";
import { normal } from "../../prob";
import { ALTERNATIVES, type Alternative } from "./alternative";
import { requireTestOptions } from "./options";

/** Options of the rank tests `mannWhitney` and `wilcoxon`. */
export interface RankTestOptions {
  /** Default "two-sided". */
  alternative?: Alternative;
  /** "exact", "asymptotic" (normal), or "auto" (default), which each test explains. */
  method?: "auto" | "exact" | "asymptotic";
  /** Whether the normal approximation corrects by ½ for continuity. Default true. */
  continuity?: boolean;
}

/** Checks the options of a rank test and fills in the defaults. */
export function rankTestOptions(caller: string, options: RankTestOptions) {
  requireTestOptions(caller, options, ["alternative", "method", "continuity"]);
  const { alternative = "two-sided", method = "auto", continuity = true } = options;
  requireOneOf(caller, "alternative", alternative, ALTERNATIVES);
  requireOneOf(caller, "method", method, ["auto", "exact", "asymptotic"]);
  requireBoolean(caller, "continuity", continuity);
  return { alternative, method, continuity };
}

/** Both tails of a normal approximation, each moved by ½ towards the mean if `continuity` says so. */
export function normalTails(gap: number, sd: number, continuity: boolean) {
  const c = continuity ? 0.5 : 0;
  const z = normal(0, 1);
  return { lower: z.sf((-gap - c) / sd), upper: z.sf((gap - c) / sd) };
}
