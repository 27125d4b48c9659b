/** The documentation of what a cursor stands on, or in whose brackets; answers `inspect_request`. */

import { toUnits } from "../positions";
import { view } from "../scope/view";
import type { Workshop } from "../workshop";
import { argumentAt } from "./argument";
import { docsOf } from "./docs";
import { bundle } from "./page";
import { sourceOf } from "./source";
import { targetAt } from "./target";

/** By MIME type; `cursor` counts UTF-16 units. With `detail` above 0 the source is part of it. */
export function documentation(
  code: string,
  cursor: number,
  detail: number,
  workshop: Workshop,
): Record<string, string> | undefined {
  const seen = view(code, workshop);
  const target = targetAt(seen, cursor);
  if (!target) return undefined;
  const symbols = target.call ? new Set([target.symbol, target.call]) : [target.symbol];
  const pages = [...symbols].map((symbol) => {
    const docs = docsOf(symbol, seen.checker, workshop.project.document);
    return {
      argument: symbol === target.call ? argumentAt(seen, cursor) : undefined,
      docs,
      source: detail > 0 ? sourceOf(docs.declarations, workshop.place) : undefined,
    };
  });
  return bundle(pages);
}

export function inspect(
  code: string,
  cursorPosition: number,
  detail: number,
  workshop: Workshop,
): Record<string, unknown> {
  const data = documentation(code, toUnits(code, cursorPosition), detail, workshop);
  return { status: "ok", found: data !== undefined, data: data ?? {}, metadata: {} };
}
