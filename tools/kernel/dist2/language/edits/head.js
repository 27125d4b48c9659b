"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.head = head;
function accessors({ text, mutable }, value) {
    // In an object literal, `__proto__:` would not be a property.
    const key = text === "__proto__" ? '["__proto__"]' : text;
    const set = mutable ? `, (${value}) => { ${text} = ${value}; }` : "";
    return `${key}: [() => ${text}${set}]`;
}
function head(names, used, helpers) {
    if (names.length > 0)
        used.add("bind");
    if (used.size === 0)
        return "";
    const taken = [...used].map((one) => `${one === "import" ? "load" : one}: ${helpers[one]}`);
    const bound = names.map((name) => accessors(name, helpers.value)).join(", ");
    const binding = names.length > 0 ? ` ${helpers.bind}({ ${bound} });` : "";
    return `const { ${taken.join(", ")} } = globalThis.__cells__;${binding} `;
}
