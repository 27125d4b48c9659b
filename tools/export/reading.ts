import type { CheerioAPI } from "cheerio";

/** Minutes that each of these takes a reader who follows an argument, not one who skims. */
const MINUTES = { word: 1 / 240, formula: 1 / 10, display: 1 / 4, line: 1 / 20, figure: 1 / 2 };

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

/** How long a page takes to read, in minutes: its words, formulas, lines of code and figures. */
export function readingMinutes($: CheerioAPI): number {
  const copy = $("body").clone();
  copy.find("details, .outputs pre, figure, script, .anchor").remove();
  const display = copy.find(".math.display").length;
  const formulas = copy.find(".math.inline").length;
  const lines = copy
    .find(".source pre")
    .text()
    .split("\n")
    .filter((line) => line.trim()).length;
  copy.find(".math, pre").remove();
  return (
    wordsIn(copy.text()) * MINUTES.word +
    formulas * MINUTES.formula +
    display * MINUTES.display +
    lines * MINUTES.line +
    $("figure.plot").length * MINUTES.figure
  );
}

/** A time as one says it: "about 50 minutes", "about 1 ½ hours". */
export function timeWords(minutes: number): string {
  if (minutes < 55) return `about ${Math.max(5, Math.round(minutes / 5) * 5)} minutes`;
  const halves = Math.round(minutes / 30);
  if (halves <= 2) return "about an hour";
  return `about ${Math.floor(halves / 2)}${halves % 2 ? "½" : ""} hours`;
}
