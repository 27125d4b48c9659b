"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.argumentAt = argumentAt;
const typescript_1 = require("../typescript");
function argumentAt({ service, path }, cursor) {
    const help = service.getSignatureHelpItems(path, cursor, undefined);
    const parameters = help?.items[help.selectedItemIndex]?.parameters ?? [];
    const index = Math.min(help?.argumentIndex ?? 0, parameters.length - 1);
    const parameter = parameters[index];
    return (parameter && {
        declared: typescript_1.ts.displayPartsToString(parameter.displayParts),
        text: typescript_1.ts.displayPartsToString(parameter.documentation).replace(/^[-–—]\s*/, ""),
        number: index + 1,
        of: parameters.length,
    });
}
