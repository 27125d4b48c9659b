// What a question finds in the course, the nearest first.
(() => {
  const LONGEST = 200; // letters of a question
  const MOST_TERMS = 10;
  const SHOWN = 12;
  const OF_A_PAGE = 4;
  const LOOKED_AT = 300; // hits whose nearness is looked at

  const OPTIONS = {
    boost: { h: 4, p: 1.5 },
    // of a short word the whole is meant, of σ or ∇ also what hangs on it
    prefix: (term) => term.length > 2 || /[^ -~]/.test(term),
    fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
  };

  /** All the words, or all of them written as one: "null space" and "nullSpace", "eigen-values". */
  const lookUp = (index, terms) => {
    const together = terms.length > 1 ? [{ queries: [terms.join("")], fuzzy: false }] : [];
    const all = { combineWith: "AND", queries: terms };
    const found = index.search({ combineWith: "OR", queries: [all, ...together] }, OPTIONS);
    if (found.length > 0 || terms.length < 2) return found;
    return index.search({ combineWith: "OR", queries: terms }, OPTIONS);
  };

  /** How near a hit is to the question, beside what the words weigh: by its name, its title, its heading. */
  const nearness = (hit, page, terms) => {
    const together = terms.join("");
    // of two functions of a name the one that is used
    if (hit.n?.split(" ").includes(together)) return 3 + Math.min(hit.w, 100) / 100;
    const isPage = hit.u === "";
    if (isPage && page.also.includes(together)) return 2;
    const words = window.mml
      .termsOf(hit.h)
      .filter((word) => hit.match[word] || !/^[\d.]+$/.test(word));
    const met = words.filter((word) => hit.match[word]).length;
    const isMet = met >= terms.length || hit.match[together];
    const near = isMet ? met / words.length : 0;
    if (page.aside) return 0; // it comes after what is read
    if (!isPage) return near;
    const begins = together.length > 3 && page.also.some((name) => name.startsWith(together));
    return Math.max(begins ? 1 : 0, near && near + 0.35);
  };

  /** The best of what is found, not too much of one page, with the words by which it was. */
  window.mml.find = ({ index, pages }, question) => {
    const terms = [...new Set(window.mml.termsOf(question.slice(0, LONGEST)))].slice(0, MOST_TERMS);
    if (terms.length === 0) return [];
    const found = lookUp(index, terms);
    const best = found[0]?.score ?? 1;
    const ranked = found
      .slice(0, LOOKED_AT)
      .map((hit) => {
        const page = pages[hit.page];
        return { ...hit, page, rank: nearness(hit, page, terms) + (0.5 * hit.score) / best };
      })
      .sort((a, b) => b.rank - a.rank);
    const shown = new Map();
    return ranked
      .filter(({ page }) => {
        shown.set(page, (shown.get(page) ?? 0) + 1);
        return shown.get(page) <= OF_A_PAGE;
      })
      .slice(0, SHOWN);
  };
})();
