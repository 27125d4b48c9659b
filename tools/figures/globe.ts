/** Coast lines and borders for globes, which Plotly keeps beside its builds and would fetch from a server. */
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

/** Topologies by scope and scale, 1 to so many million: `world_110m`, `usa_50m`. */
export type CoastLines = Record<string, object>;

let read: CoastLines | undefined;

/** All of them (Natural Earth, public domain), read once. */
export function coastLines(): CoastLines {
  if (read) return read;
  const script = readFileSync(require.resolve("plotly.js/dist/plotly-geo-assets.js"), "utf8");
  const window: { Plotly?: { topojson: CoastLines } } = {};
  runInNewContext(script, { window, self: window });
  read = window.Plotly?.topojson ?? {};
  return read;
}

/**
 * Those of one scale as a script that goes before Plotly's own.
 *
 * @param scale - "110m" or "50m".
 */
export function coastLinesScript(scale: string): string {
  const entries = Object.entries(coastLines()).filter(([name]) => name.endsWith(`_${scale}`));
  return `window.PlotlyGeoAssets=${JSON.stringify({ topojson: Object.fromEntries(entries) })};\n`;
}
