// Code, and what is wider than the page and scrolls by itself: shows at its edges that there is more, and is
// reached by keyboard. A note has a hundred of them, so all are one stop of the Tab key.
(() => {
  const article = document.querySelector("article");
  if (!article) return;
  const WIDE = ".scroller, .highlight pre, pre.text, .math.display, .formula .math";
  const FOLDED = "summary";
  /** What unfolds around code: that of a figure, hints and solutions. Answers are stops of their own. */
  const isAround = (summary) =>
    summary.matches("details.drawing > *, .cell.code > details.solution > *") ||
    /^Hint/.test(summary.textContent.trim());

  const hint = document.createElement("p");
  hint.id = "mml-block-keys";
  hint.hidden = true;
  hint.textContent =
    "Arrows up and down lead to other code, hints and solutions. Tab leads to the copy button.";
  document.body.append(hint);

  const nameOf = (wide) =>
    wide.querySelector("caption")?.textContent ??
    (wide.matches(".table") ? "Table" : wide.matches(".math") ? "Formula" : "Code");
  /** What takes the focus: what is inside, for what scrolls has to hold something that does. */
  const insideOf = (wide) => {
    const [only] = wide.children;
    if (wide.childNodes.length === 1 && only) return only;
    const inside = document.createElement("span");
    inside.append(...wide.childNodes);
    wide.append(inside);
    return inside;
  };
  const insides = new Map(
    [...article.querySelectorAll(WIDE)].map((wide) => [wide, insideOf(wide)]),
  );
  for (const [wide, inside] of insides) {
    wide.tabIndex = -1; // else a browser makes it a stop by itself
    inside.setAttribute("role", "group");
    inside.setAttribute("aria-label", nameOf(wide));
    inside.setAttribute("aria-describedby", hint.id);
  }

  const isCode = (wide) => wide.matches(".highlight pre");
  const doesScroll = (wide) => wide.scrollWidth > wide.clientWidth + 1;
  const membersOf = () =>
    [...article.querySelectorAll(`${WIDE}, ${FOLDED}`)]
      .filter((one) =>
        one.matches(FOLDED) ? isAround(one) : isCode(one) || one.matches(".scrolls"),
      )
      .map((one) => insides.get(one) ?? one);
  const renew = window.mml.rove(article, membersOf, (stop) => window.mml.showCopy?.(stop));

  const look = (wide) => {
    const scrolls = doesScroll(wide);
    const { scrollLeft, clientWidth, scrollWidth } = wide;
    wide.classList.toggle("scrolls", scrolls);
    wide.classList.toggle("more-left", scrolls && scrollLeft > 1);
    wide.classList.toggle("more-right", scrolls && scrollLeft + clientWidth < scrollWidth - 1);
  };
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) look(target);
    renew();
  });
  for (const wide of insides.keys()) {
    watch.observe(wide);
    wide.addEventListener("scroll", () => look(wide), { passive: true });
  }
})();
