/** A link that leaves the course, as place.ts writes it. */
const OUTSIDE = /<a (?=[^>]*rel="external)[^>]*?href="([^"]*)"[^>]*>[\s\S]*?<\/a>/g;

/**
 * Paper has no links: each that leaves the course gets a number, and the addresses stand at the end of the
 * page in that order. Both are seen on paper only.
 */
export function withEndnotes(html: string): string {
  const numbers = new Map<string, number>();
  const numbered = html.replace(OUTSIDE, (link, href: string) => {
    if (!numbers.has(href)) numbers.set(href, numbers.size + 1);
    return `${link}<sup class="on-paper">[${numbers.get(href)}]</sup>`;
  });
  if (numbers.size === 0) return html;
  const items = [...numbers.keys()].map((href) => `<li>${href.replace(/^mailto:/, "")}</li>`);
  return `${numbered}
<section class="on-paper links" aria-label="Links"><p><strong>Links</strong></p><ol>${items.join("\n")}</ol></section>`;
}
