// What the search found, as it stands in the list below it.
(() => {
  const LENGTH = 160;
  /** The stretch of the text that has most of what was found, with that marked. */
  const excerpt = ({ t: text, match }) => {
    const met = window.mml.wordsOf(text).filter(({ term }) => match[term]);
    const within = (i) => met.filter((word, k) => k >= i && word.end < met[i].start + LENGTH - 50);
    const kinds = met.map((_, i) => new Set(within(i).map(({ term }) => term)).size);
    const first = met[kinds.indexOf(Math.max(...kinds))]?.start ?? 0;
    const from = first < 50 ? 0 : text.indexOf(" ", first - 50) + 1;
    const to = text.length - from <= LENGTH ? text.length : from + LENGTH;
    const p = document.createElement("p");
    let at = from;
    if (from > 0) p.append("… ");
    for (const { start, end } of met.filter((word) => word.start >= from && word.end <= to)) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      p.append(text.slice(at, start), mark);
      at = end;
    }
    p.append(text.slice(at, to), to < text.length ? " …" : "");
    return p;
  };
  const line = (tag, className, text) => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };
  /** One of the list: what it is, its heading, and the words around what was found. */
  window.mml.optionOf = (hit, i, root) => {
    const { page } = hit;
    const option = document.createElement("a");
    option.id = `mml-found-${i}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.tabIndex = -1;
    option.href = `${root}${page.url}${hit.u && `#${hit.u}`}`;
    const where = hit.u ? [page.label, page.title] : [page.label];
    const kind = line("span", "kind", where.filter(Boolean).join(" · "));
    option.append(kind, line("strong", "", hit.h), excerpt(hit));
    return option;
  };
})();
