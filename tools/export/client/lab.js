// A page that JupyterLab exported by itself, without the tools of the site: the maths is typeset, the
// tables made to scroll and the contents listed here.
(() => {
  const macros = {}; // what a formula defines is known to those that follow
  for (const element of document.querySelectorAll(".math")) {
    window.katex.render(element.textContent, element, {
      displayMode: element.classList.contains("display"),
      throwOnError: false,
      strict: "ignore",
      maxSize: 60,
      macros,
    });
  }
  for (const table of document.querySelectorAll("article table")) {
    const scroller = document.createElement("div");
    scroller.className = "scroller table";
    table.replaceWith(scroller);
    scroller.append(table);
  }
  const list = document.querySelector("#mml-page .headings");
  for (const heading of document.querySelectorAll("article :is(h2, h3)")) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${heading.id}`;
    link.append(...heading.cloneNode(true).childNodes);
    link.querySelector(".anchor")?.remove();
    item.append(link);
    const section = heading.tagName === "H3" ? list.lastElementChild : null;
    const inner =
      section?.querySelector("ol") ?? section?.appendChild(document.createElement("ol"));
    (inner ?? list).append(item);
  }
})();
