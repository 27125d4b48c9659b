import { addressOf } from "../edition";
import { escapeHtml } from "../html";

/** A page as others show it who link to it. */
export interface Shown {
  page: string;
  title: string;
  course: string;
  description: string;
  /** A picture on it, by its path in the site. */
  picture?: string | undefined;
}

/** Where a page has its place, and what others may show of it; such things need whole addresses. */
export function socialHead(base: string, shown: Shown): string {
  const { page, title, course, description, picture } = shown;
  const url = addressOf(base, page);
  const said = {
    "og:type": "article",
    "og:url": url,
    "og:title": title,
    "og:site_name": course,
    "og:description": description,
    ...(picture && { "og:image": addressOf(base, picture) }),
  };
  const metas = Object.entries(said)
    .filter(([, content]) => content)
    .map(([name, content]) => `<meta property="${name}" content="${escapeHtml(content)}">`);
  return [`<link rel="canonical" href="${escapeHtml(url)}">`, ...metas].join("\n");
}

/** Every page of the site for search engines. It bears no dates: the same course gives the same file. */
export function sitemap(base: string, pages: readonly string[]): string {
  const urls = pages.map((page) => `<url><loc>${escapeHtml(addressOf(base, page))}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
}
