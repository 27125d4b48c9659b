// The words of a text as the search knows them, alike when its index is made and when it is asked.
(() => {
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d" };
  // A run of letters and digits ("R²", "Newton's", "R^2", "6.5"), or one sign of mathematics (∇).
  const WORD =
    /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’^](?=[\p{L}\p{N}])|(?<=\d)\.(?=\d))*|[∀-∑√-⋿]/gu;
  // Words that nobody looks for.
  const EMPTY = new Set(
    "a an and are as at be by can do does for from has have how i in is it its of on or than that the this to using via what when where which with".split(
      " ",
    ),
  );
  const LONGEST_NUMBER = 4;

  const folded = (word) =>
    word
      .toLowerCase()
      .replace(/['’]s$/, "")
      .normalize("NFKD")
      .replace(/[\p{M}'’^]/gu, "")
      .replace(/[ßæœøłđ]/g, (letter) => LETTERS[letter])
      .replace(/^0+(?=\d)/, "");
  const isMeasured = (term) =>
    /^[\d.]+$/.test(term) && term.replace(".", "").length > LONGEST_NUMBER;

  /** Words worth looking for, each with where it stands: { term, start, end }. */
  window.mml.wordsOf = (text) => {
    const words = [];
    for (const { 0: word, index: start } of text.matchAll(WORD)) {
      const term = folded(word);
      if (term === "" || EMPTY.has(term) || isMeasured(term)) continue;
      words.push({ term, start, end: start + word.length });
    }
    return words;
  };
  window.mml.termsOf = (text) => window.mml.wordsOf(text).map(({ term }) => term);
})();
