import { escapeHtml } from "../html";

/**
 * How a page looks that has been moved away from the site, and so has lost its style sheet: readable, with
 * formulas as the browser sets them, without links that lead nowhere. Whatever style.css says goes before
 * a layer, and style/moved.css takes back the rest.
 */
export const movedStyle = () => `<style>@layer moved {
body { max-width: 44rem; margin: 1rem auto; padding: 0 1rem; font: 1.1rem/1.5 Georgia, serif }
pre { overflow-x: auto }
.moved { padding: 1rem; border: 2px solid }
.skip, .top, .side, .onward, .katex-html { display: none }
}</style>`;

/** What such a page says; style.css hides it. */
export function movedHtml(from?: string): string {
  const make = from
    ? `, made by <code>npm run export -- --standalone ${escapeHtml(from)}</code> in the folder of the course`
    : "";
  return `<p class="moved">This page has been moved away from the files that belong to it, so its style, its figures and its links are missing. Open it where it was made, or take the form of it that needs no other file${make}.</p>`;
}
