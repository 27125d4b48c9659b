// What lies far from the window is set aside while the whole page changes its colours, so that what is seen
// does so at once: it keeps its place, is not styled, and comes back piece by piece, the nearest first.
(() => {
  const article = document.querySelector("article");
  const SLICE = 3000; // elements that are styled in a few hundredths of a second
  const AWAY_NO_LONGER = { contentVisibility: "", height: "", marginBlock: "" };
  let away = [];

  /** What the text is made of: cells, or what is in the only one. */
  const parts = () => {
    const cells = article.querySelectorAll(":scope > .cell");
    return [...(cells.length === 1 ? cells[0] : article).children];
  };
  const back = (part) => Object.assign(part.style, AWAY_NO_LONGER);
  const backAll = () => {
    for (const { part } of away) back(part);
    away = [];
  };

  const inNextFrame = (work) => requestAnimationFrame(() => setTimeout(work));
  const comeBack = () => {
    let count = 0;
    while (away.length > 0 && count < SLICE) {
      const { part } = away.shift();
      back(part);
      count += part.getElementsByTagName("*").length;
    }
    if (away.length > 0) inNextFrame(comeBack);
  };

  /** How each part lies, by which it keeps its place: apart from its neighbours, and how large. */
  const placesOf = (all) =>
    all
      .map((part) => ({ part, box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0)
      .map((place, i, shown) => ({
        ...place,
        above: place.box.top - shown[i - 1]?.box.bottom,
        below: shown[i + 1]?.box.top - place.box.bottom,
        distance: Math.max(place.box.top - innerHeight, -place.box.bottom),
      }));

  /** Makes a change that concerns all of the page. */
  window.mml.changeAll = (change) => {
    backAll();
    const places = article ? placesOf(parts()) : [];
    // the first and the last one hold on to the page
    away = places
      .slice(1, -1)
      .filter(({ distance }) => distance > innerHeight)
      .sort((a, b) => a.distance - b.distance);
    for (const { part, box, above, below } of away) {
      Object.assign(part.style, {
        contentVisibility: "hidden",
        height: `${box.height}px`,
        marginBlock: `${above}px ${below}px`,
      });
    }
    change();
    inNextFrame(comeBack);
  };
  addEventListener("beforeprint", backAll);
})();
