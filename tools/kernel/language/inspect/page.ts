/** Documentation as a page of Markdown, and as plain text for terminals. */
import type { Argument } from "./argument";
import type { Docs } from "./docs";

export interface Page {
  /** The argument under the cursor, if the page is about a function that is being called. */
  argument: Argument | undefined;
  docs: Docs;
  source: string | undefined;
}

interface Style {
  code(text: string): string;
  heading(text: string): string;
  name(text: string): string;
}

const markdown: Style = {
  code: (text) => `\`\`\`typescript\n${text}\n\`\`\``,
  heading: (text) => `**${text}**`,
  name: (text) => `\`${text}\``,
};

const plain: Style = {
  code: (text) => text.replace(/^(?=.)/gm, "    "),
  heading: (text) => `${text}:`,
  name: (text) => text,
};

const LISTS: [tags: string[], heading: string][] = [
  [["param", "arg", "argument"], "Parameters"],
  [["typeParam", "template"], "Type parameters"],
  [["returns", "return"], "Returns"],
  [["throws", "exception"], "Throws"],
  [["default", "defaultValue"], "Default"],
  [["deprecated"], "Deprecated"],
  [["see", "since", "remarks"], "See also"],
];

const described = (name: string, text: string, style: Style): string =>
  style.name(name) + (text ? ` — ${text}` : "");

/** `x0 - The start` is a name and what it means. */
function item(tag: string, text: string, style: Style): string {
  const [, name, rest] = /^(\S+)\s*(?:[-–—]\s*)?([\s\S]*)$/.exec(text) ?? [];
  const named = tag === "param" || tag === "template";
  const shown = named && name ? described(name, rest ?? "", style) : text;
  return `- ${shown.replace(/\n/g, "\n  ")}`;
}

function lists({ tags }: Docs, style: Style): string[] {
  return LISTS.flatMap(([names, heading]) => {
    const items = tags.filter(({ name, text }) => names.includes(name) && text !== "");
    if (items.length === 0) return [];
    return [
      `${style.heading(heading)}\n\n${items.map((one) => item(one.name, one.text, style)).join("\n")}`,
    ];
  });
}

function options({ options: known }: Docs, style: Style): string[] {
  if (known.length === 0) return [];
  const items = known.map(({ declared, text }) => `- ${described(declared, text, style)}`);
  return [`${style.heading("Options")}\n\n${items.join("\n").replace(/\n(?!- )/g, "\n  ")}`];
}

function examples({ tags }: Docs, style: Style): string[] {
  const found = tags.filter(({ name }) => name === "example");
  if (found.length === 0) return [];
  const code = found.map(({ text }) => {
    const fenced = text.includes("```");
    return fenced ? text : style.code(text);
  });
  return [style.heading(found.length > 1 ? "Examples" : "Example"), ...code];
}

function argumentLine({ declared, text, number, of }: Argument, style: Style): string {
  const place = style.heading(`Argument ${number} of ${of}`);
  return `${place} ${described(declared, text, style)}`;
}

function written({ argument, docs, source }: Page, style: Style): string {
  return [
    style.code(docs.signatures.join("\n")),
    ...(argument ? [argumentLine(argument, style)] : []),
    docs.text,
    ...options(docs, style),
    ...lists(docs, style),
    ...examples(docs, style),
    ...(source ? [style.heading("Source"), style.code(source)] : []),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

export function bundle(pages: Page[]): Record<string, string> {
  return {
    "text/markdown": pages.map((page) => written(page, markdown)).join("\n\n---\n\n"),
    "text/plain": pages.map((page) => written(page, plain)).join("\n\n"),
  };
}
