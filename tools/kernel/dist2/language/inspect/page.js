"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.bundle = bundle;
const markdown = {
    code: (text) => `\`\`\`typescript\n${text}\n\`\`\``,
    heading: (text) => `**${text}**`,
    name: (text) => `\`${text}\``,
};
const plain = {
    code: (text) => text.replace(/^(?=.)/gm, "    "),
    heading: (text) => `${text}:`,
    name: (text) => text,
};
const LISTS = [
    [["param", "arg", "argument"], "Parameters"],
    [["typeParam", "template"], "Type parameters"],
    [["returns", "return"], "Returns"],
    [["throws", "exception"], "Throws"],
    [["default", "defaultValue"], "Default"],
    [["deprecated"], "Deprecated"],
    [["see", "since", "remarks"], "See also"],
];
const described = (name, text, style) => style.name(name) + (text ? ` — ${text}` : "");
/** `x0 - The start` is a name and what it means. */
function item(tag, text, style) {
    const [, name, rest] = /^(\S+)\s*(?:[-–—]\s*)?([\s\S]*)$/.exec(text) ?? [];
    const named = tag === "param" || tag === "template";
    const shown = named && name ? described(name, rest ?? "", style) : text;
    return `- ${shown.replace(/\n/g, "\n  ")}`;
}
function lists({ tags }, style) {
    return LISTS.flatMap(([names, heading]) => {
        const items = tags.filter(({ name, text }) => names.includes(name) && text !== "");
        if (items.length === 0)
            return [];
        return [
            `${style.heading(heading)}\n\n${items.map((one) => item(one.name, one.text, style)).join("\n")}`,
        ];
    });
}
function options({ options: known }, style) {
    if (known.length === 0)
        return [];
    const items = known.map(({ declared, text }) => `- ${described(declared, text, style)}`);
    return [`${style.heading("Options")}\n\n${items.join("\n").replace(/\n(?!- )/g, "\n  ")}`];
}
function examples({ tags }, style) {
    const found = tags.filter(({ name }) => name === "example");
    if (found.length === 0)
        return [];
    const code = found.map(({ text }) => {
        const fenced = text.includes("```");
        return fenced ? text : style.code(text);
    });
    return [style.heading(found.length > 1 ? "Examples" : "Example"), ...code];
}
function argumentLine({ declared, text, number, of }, style) {
    const place = style.heading(`Argument ${number} of ${of}`);
    return `${place} ${described(declared, text, style)}`;
}
function written({ argument, docs, source }, style) {
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
function bundle(pages) {
    return {
        "text/markdown": pages.map((page) => written(page, markdown)).join("\n\n---\n\n"),
        "text/plain": pages.map((page) => written(page, plain)).join("\n\n"),
    };
}
