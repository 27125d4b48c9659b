import type { Edition } from "../edition";

/** Text as CSS quotes it; nothing in it ends the string or the style. */
const quoted = (text: string) =>
  `"${text.replace(/[\\"<>\n\r\f&]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;

/** What stands at the head and foot of each sheet of paper: the page, the course, the number. */
export function runningHead(title: string, { title: course, version }: Edition): string {
  const edition = version ? `${course}, version ${version}` : course;
  return `<style>@media print { @page {
@top-left { content: ${quoted(title)} }
@bottom-left { content: ${quoted(edition)} }
@bottom-right { content: counter(page) " / " counter(pages) }
} }</style>`;
}
