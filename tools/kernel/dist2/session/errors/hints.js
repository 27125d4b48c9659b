"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.hintFor = hintFor;
/** What to do about errors that a newcomer meets for reasons outside the cell. */
const describe_1 = require("./describe");
const MISSING = /Cannot find (?:module|package) '([^']+)'/;
function missingModule(name) {
    if (/[\\/]lib[\\/]dist[\\/]/.test(name)) {
        return "The library is not compiled: run `npm run setup` in the project and restart the kernel.";
    }
    if (/[\\/]lib$/.test(name)) {
        return 'The notebook may have been moved: import { … } from "course" works in every folder.';
    }
    if (/^[./\\]|^[A-Za-z]:/.test(name))
        return "A relative path starts at the notebook's folder.";
    const owner = name.split("/").slice(0, name.startsWith("@") ? 2 : 1);
    return `The package is not installed: run \`npm install ${owner.join("/")}\` in the project.`;
}
/** A sentence for the learner; undefined where the error says all there is to say. */
function hintFor(error) {
    const code = (0, describe_1.textOf)(error, "code");
    const message = (0, describe_1.textOf)(error, "message") ?? "";
    if (code === "MODULE_NOT_FOUND" || code === "ERR_MODULE_NOT_FOUND") {
        const name = MISSING.exec(message)?.[1];
        return name && missingModule(name);
    }
    if (code === "ERR_DLOPEN_FAILED") {
        return (`A part compiled for another Node or system was found (this is Node ${process.version}; ` +
            "the course takes 20, 22 and 24): run `npm run setup` in the project and restart the kernel.");
    }
    return undefined;
}
