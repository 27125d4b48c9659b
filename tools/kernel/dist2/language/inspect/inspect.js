"use strict";
/** The documentation of what a cursor stands on, or in whose brackets; answers `inspect_request`. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.documentation = documentation;
exports.inspect = inspect;
const positions_1 = require("../positions");
const view_1 = require("../scope/view");
const argument_1 = require("./argument");
const docs_1 = require("./docs");
const page_1 = require("./page");
const source_1 = require("./source");
const target_1 = require("./target");
/** By MIME type; `cursor` counts UTF-16 units. With `detail` above 0 the source is part of it. */
function documentation(code, cursor, detail, workshop) {
    const seen = (0, view_1.view)(code, workshop);
    const target = (0, target_1.targetAt)(seen, cursor);
    if (!target)
        return undefined;
    const symbols = target.call ? new Set([target.symbol, target.call]) : [target.symbol];
    const pages = [...symbols].map((symbol) => {
        const docs = (0, docs_1.docsOf)(symbol, seen.checker);
        return {
            argument: symbol === target.call ? (0, argument_1.argumentAt)(seen, cursor) : undefined,
            docs,
            source: detail > 0 ? (0, source_1.sourceOf)(docs.declarations, workshop.place) : undefined,
        };
    });
    return (0, page_1.bundle)(pages);
}
function inspect(code, cursorPosition, detail, workshop) {
    const data = documentation(code, (0, positions_1.toUnits)(code, cursorPosition), detail, workshop);
    return { status: "ok", found: data !== undefined, data: data ?? {}, metadata: {} };
}
