import { escapeHtml } from "../format/html";
import type { Bundle } from "../render/bridge";
import type { Work } from "./state";

/** Characters of a bar in plain text. */
const WIDTH = 24;

const named = (label: string, text: string) => (label ? `${label}: ${text}` : text);

function barText(share: number): string {
  const full = Math.round(share * WIDTH);
  return `${String(Math.floor(share * 100)).padStart(3)}% ▕${"█".repeat(full)}${"░".repeat(WIDTH - full)}▏ `;
}

/** A bar in the page's own colour, light or dark. */
function barHtml(label: string, share: number): string {
  const percent = Math.floor(share * 100);
  const outer =
    "display: inline-block; width: 16em; height: .7em; border: 1px solid currentColor; " +
    "border-radius: .35em; overflow: hidden; vertical-align: middle; margin-right: .6em";
  const inner = `display: block; height: 100%; width: ${percent}%; background: currentColor; opacity: .55`;
  const role = `role="progressbar" aria-valuemin="0" aria-valuemax="100" aria-valuenow="${percent}"`;
  return `<span ${role} aria-label="${escapeHtml(label)}" style="${outer}"><span style="${inner}"></span></span>`;
}

/** A line for each of the works under way, the outermost first. */
export function movingBundle(works: readonly Work[], now: number): Bundle {
  const lines = works.map((work, depth) => {
    const { label } = work;
    const { share, text } = work.moving(now);
    const bar = share === undefined ? "" : barText(share);
    const drawn = share === undefined ? "" : barHtml(label, share);
    return {
      plain: `${"  ".repeat(depth)}${named(label, bar + text)}`,
      html: `<div style="margin-left: ${depth}em">${drawn}${escapeHtml(named(label, text))}</div>`,
    };
  });
  return {
    "text/plain": lines.map(({ plain }) => plain).join("\n"),
    "text/html": lines.map(({ html }) => html).join(""),
  };
}

/** The one line that a work leaves. */
export function settledBundle({ label, settled }: { label: string; settled: string }): Bundle {
  const text = named(label, settled);
  return { "text/plain": text, "text/html": `<div>${escapeHtml(text)}</div>` };
}
