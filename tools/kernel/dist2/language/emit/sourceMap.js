"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.mapToSource = mapToSource;
const lines_1 = require("./lines");
const vlq_1 = require("./vlq");
function mapToSource(map, name, source, edited) {
    const { mappings } = JSON.parse(map);
    const changed = (0, lines_1.linesOf)(edited.text);
    const own = (0, lines_1.linesOf)(source);
    const led = ([column, file, line, character]) => {
        if (file === undefined)
            return [column];
        const origin = edited.origin(changed.offset(line, character));
        if (origin === undefined)
            return [column];
        const place = own.position(origin);
        return [column, 0, place.line, place.character];
    };
    const lines = (0, vlq_1.decode)(mappings).map((segments) => segments.map(led));
    return JSON.stringify({ version: 3, sources: [name], names: [], mappings: (0, vlq_1.encode)(lines) });
}
