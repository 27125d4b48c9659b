"use strict";
/** The inputs and results of this session, for clients that ask what was run. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.History = void 0;
/** `*` and `?` stand for anything, as in the names of files. */
function pattern(glob) {
    const escaped = glob.replace(/[.+^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`^${escaped.replace(/\*/g, "[^]*").replace(/\?/g, "[^]")}$`);
}
class History {
    entries = [];
    add(count, input) {
        this.entries.push({ count, input, output: null });
    }
    /** Remembers the text of the result of a cell. */
    result(count, output) {
        const entry = this.entries.at(-1);
        if (entry?.count === count)
            entry.output = output;
    }
    /** The content of a `history_reply`; this session alone is known, and goes by 0. */
    reply(request) {
        const output = request.output === true;
        const history = this.select(request).map(({ count, input, output: shown }) => [0, count, output ? [input, shown] : input]);
        return { status: "ok", history };
    }
    select(request) {
        const { hist_access_type: access, session = 0 } = request;
        const most = Number(request.n ?? Number.POSITIVE_INFINITY);
        if (access === "range") {
            if (session !== 0)
                return [];
            const start = Number(request.start ?? 0);
            const stop = Number(request.stop ?? Number.POSITIVE_INFINITY);
            return this.entries.filter(({ count }) => count >= start && count < stop);
        }
        if (access === "tail")
            return last(this.entries, most);
        const matches = pattern(String(request.pattern ?? "*"));
        const found = this.entries.filter(({ input }) => matches.test(input));
        if (!request.unique)
            return last(found, most);
        const latest = new Map(found.map((entry) => [entry.input, entry]));
        return last([...latest.values()], most);
    }
}
exports.History = History;
const last = (list, n) => (n > 0 ? list.slice(-n) : []);
