// Draws every figure of the page that it runs in, and tells what is cut in it or meets something else, a line
// each, by the boxes that words take.
async () => {
  const found = [];

  const isShown = (e) => {
    const { width, height } = e.getBoundingClientRect();
    const { visibility, opacity } = getComputedStyle(e);
    return width > 0 && height > 0 && visibility !== "hidden" && opacity !== "0";
  };
  const part = (kind, e) => ({
    kind,
    words: (e.textContent ?? "").trim().slice(0, 40),
    turned: /rotate\((?!0)-?[1-9]/.test(e.getAttribute("transform") ?? ""),
    box: e.getBoundingClientRect(),
  });
  const WHERE = [
    ["legend", ".legendtext"],
    ["control", ".updatemenu-button, .slider-label, .slider-rail-rect"],
    ["tick", "[class$=tick] > text"],
    ["name", ".infolayer text[class$=title]"],
  ];
  const partsOf = (live) => {
    const { annotations = [] } = live.layout;
    const parts = WHERE.flatMap(([kind, selector]) =>
      [...live.querySelectorAll(selector)].filter(isShown).map((e) => part(kind, e)),
    );
    const titles = [...live.querySelectorAll(".annotation")]
      .filter((e) => {
        const note = annotations[Number(e.getAttribute("data-index"))];
        return note?.xref === "paper" && note.yref === "paper";
      })
      .flatMap((e) => [...e.querySelectorAll(".annotation-text")].filter(isShown));
    return [...parts, ...titles.map((e) => part("panel title", e))];
  };
  // boxes of text are higher than its letters
  const AIR = 0.3;
  const meet = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > AIR * Math.min(a.height, b.height);

  for (const details of document.querySelectorAll("details:has(figure.plot)")) {
    details.setAttribute("open", "");
  }
  for (const [figure, drawing] of window.mml.drawings ?? []) {
    const say = (what) => found.push(`${figure.id}: ${what}`);
    await drawing.draw();
    const live = figure.querySelector(".live");
    if (!live) continue; // no WebGL here: its still picture stands
    const room = figure.querySelector(".drawing-room").getBoundingClientRect();
    const caption = figure.querySelector("figcaption");
    if (caption.scrollWidth > caption.clientWidth + 1) say("the caption is cut");
    if (caption.getBoundingClientRect().bottom > room.top) say("the caption meets the drawing");
    if (live.scrollWidth > figure.clientWidth + 1) say("it is wider than its column");
    const parts = partsOf(live);
    for (const { kind, words, box } of parts) {
      const out = [
        room.left - box.left,
        box.right - room.right,
        room.top - box.top,
        box.bottom - room.bottom,
      ];
      if (Math.max(...out) > 2)
        say(`${kind} “${words}” is cut by ${Math.round(Math.max(...out))} px`);
    }
    parts.forEach((a, i) => {
      for (const b of parts.slice(i + 1)) {
        if (a.turned && b.turned) continue; // their boxes overlap though their words do not
        if (a.kind === "control" && b.kind === "control") continue;
        if (meet(a.box, b.box)) say(`${a.kind} “${a.words}” meets ${b.kind} “${b.words}”`);
      }
    });
    drawing.clear();
  }
  return found;
}
