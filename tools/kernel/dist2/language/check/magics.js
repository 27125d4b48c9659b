"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.askedFor = askedFor;
exports.magicHint = magicHint;
exports.explainMagics = explainMagics;
/** `name?`, `name??` (with its source) or `?name`, and nothing else in the cell. */
function askedFor(code) {
    const NAME = String.raw `[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*`;
    const found = new RegExp(`^\\s*(?:(\\?{1,2})\\s*(${NAME})|(${NAME})(?:\\(\\))?\\s*(\\?{1,2}))\\s*;?\\s*$`, "u").exec(code);
    if (!found)
        return undefined;
    const [, before, first, second, behind] = found;
    return { name: (first ?? second), detail: (before ?? behind).length - 1 };
}
const INSTEAD = new Map([
    ["time", 'console.time("label") and console.timeEnd("label") measure the time'],
    ["timeit", 'console.time("label") and console.timeEnd("label") measure the time'],
    ["matplotlib", "figures need no setting up: make them with `plot` of the course's library"],
    ["pip", "packages come from npm: run `npm install NAME` in a terminal"],
    ["conda", "packages come from npm: run `npm install NAME` in a terminal"],
    ["npm", "run it in a terminal (in JupyterLab: File → New → Terminal)"],
    ["cd", 'process.chdir("folder") changes the folder, process.cwd() tells it'],
    ["pwd", "process.cwd() tells the folder"],
    ["ls", 'import { readdirSync } from "node:fs" and readdirSync(".") list a folder'],
    ["cat", 'import { readFileSync } from "node:fs" and readFileSync("file", "utf8") read a file'],
    ["load", 'import { readFileSync } from "node:fs" and readFileSync("file", "utf8") read a file'],
    ["run", 'import "./file" runs a TypeScript file beside the notebook'],
    ["env", "process.env holds the environment"],
    ["who", "press Tab for the names that the cells declare"],
]);
const PROGRAM = 'import { execSync } from "node:child_process"; console.log(execSync("COMMAND").toString()) runs a program';
/** What to do instead of a line that IPython would have understood. */
function magicHint(line) {
    const [, sign, name = ""] = /^\s*(%{1,2}|!)\s*([A-Za-z]+)/.exec(line) ?? [];
    if (sign === undefined)
        return undefined;
    const instead = INSTEAD.get(name);
    if (sign === "!")
        return `\`!${name}\` is IPython's; here ${instead ?? PROGRAM.replace("COMMAND", line.trim().slice(1).replaceAll('"', '\\"'))}.`;
    return `\`${sign}${name}\` is a magic of IPython, which this kernel does not have${instead ? `; ${instead}` : ""}.`;
}
/** In place of errors at such a line, one that says what to do. */
function explainMagics(code, diagnostics) {
    const lines = code.split(/\r\n|\n/);
    const hints = new Map(diagnostics.map(({ line }) => [line, magicHint(lines[line] ?? "")]));
    const explained = new Set();
    return diagnostics.flatMap((one) => {
        const hint = hints.get(one.line);
        if (hint === undefined)
            return [one];
        if (explained.has(one.line))
            return [];
        explained.add(one.line);
        const text = lines[one.line];
        const character = text.length - text.trimStart().length;
        return [
            { ...one, message: hint, character, endLine: one.line, endCharacter: text.trimEnd().length },
        ];
    });
}
