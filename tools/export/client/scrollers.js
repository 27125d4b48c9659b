// What is wider than the page scrolls by itself, and so has to be reached by keyboard.
(() => {
  const wide = document.querySelectorAll(
    "article .scroller, article .highlight pre, article pre.text, article .math.display",
  );
  const name = (element) =>
    element.querySelector("caption")?.textContent ??
    (element.matches(".table") ? "Table" : element.matches(".math") ? "Formula" : "Code");
  const look = (element) => {
    const scrolls = element.scrollWidth > element.clientWidth + 1;
    if (!scrolls) {
      for (const attribute of ["tabindex", "role", "aria-label"])
        element.removeAttribute(attribute);
      return;
    }
    element.tabIndex = 0;
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", `${name(element)}, scrolls sideways`);
  };
  const watch = new ResizeObserver((entries) => {
    for (const entry of entries) look(entry.target);
  });
  for (const element of wide) watch.observe(element);
})();
