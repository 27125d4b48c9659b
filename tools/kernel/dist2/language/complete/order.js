"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.gap = gap;
exports.inOrder = inOrder;
/** TypeScript's own class: literals that the context asks for, what is local; globals and keywords last. */
function group({ entry, kind, cell }) {
    if (kind === "text")
        return 0;
    return Math.min(Number.parseFloat(entry.sortText), cell > 0 ? 11 : 99);
}
/** Types are rarely what is typed where a value can stand; names with `_` or `$` are a library's own. */
const burden = ({ text, kind }) => Number(kind === "type" || kind === "interface") + 2 * Number(/^[_$]/.test(text));
/** Also where both are infinite. */
const compare = (a, b) => Number(a > b) - Number(a < b);
const alphabetical = new Intl.Collator("en", { numeric: true, caseFirst: "lower" });
/** How far a name is from what is typed: exactly so, in another case, somewhere inside, or not at all. */
function gap(text, typed) {
    if (text.startsWith(typed))
        return 0;
    const lower = text.toLowerCase();
    if (lower.startsWith(typed.toLowerCase()))
        return 1;
    return lower.includes(typed.toLowerCase()) ? 2 : 3;
}
/** Those that begin with what is typed; where none does, those that contain it. */
function inOrder(candidates, typed) {
    const fitting = candidates
        .map((candidate) => ({ candidate, gap: gap(candidate.text, typed) }))
        .filter(({ gap }) => gap < 3);
    const begins = fitting.filter(({ gap }) => gap < 2);
    return (begins.length > 0 ? begins : fitting)
        .sort((a, b) => a.gap - b.gap ||
        Number(b.candidate.entry.isRecommended ?? 0) -
            Number(a.candidate.entry.isRecommended ?? 0) ||
        group(a.candidate) - group(b.candidate) ||
        compare(b.candidate.cell, a.candidate.cell) ||
        burden(a.candidate) - burden(b.candidate) ||
        alphabetical.compare(a.candidate.text, b.candidate.text))
        .map(({ candidate }) => candidate);
}
