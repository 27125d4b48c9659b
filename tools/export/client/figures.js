// The figures of the page are drawn one after the other, those that are seen first, while the page rests;
// and drawn anew when the theme or the width of the column changes.
(() => {
  const drawings = new Map();
  for (const figure of document.querySelectorAll("figure.plot")) {
    drawings.set(figure, new window.mml.Drawing(figure));
  }
  window.mml.drawings = drawings;
  if (drawings.size === 0) return;
  const figures = [...drawings.keys()];

  // ---- Plotly is loaded when the page has nothing else to do, before a figure asks for it.
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 200));
  const prepare = async () => {
    const open = figures.filter((figure) => figure.checkVisibility()); // none that is folded away
    const names = new Set(open.map(({ dataset }) => dataset.build));
    for (const name of names) await window.mml.plotly(name).catch(() => {}); // who needs it says so
  };
  addEventListener("load", () => idle(prepare));

  // ---- While the page is scrolled nothing is drawn: the still pictures go by.
  const REST = 120;
  const pause = (time = 0) => new Promise((resolve) => setTimeout(resolve, time));
  let scrolled = -REST;
  addEventListener(
    "scroll",
    () => {
      scrolled = performance.now();
    },
    { passive: true },
  );
  const rest = async () => {
    const left = () => scrolled + REST - performance.now();
    while (left() > 0) await pause(left());
  };

  const near = new Set();
  /** How far a figure is from what is seen; 0 for one that is. */
  const distance = (figure) => {
    const { top, bottom } = figure.getBoundingClientRect();
    return Math.max(0, top - innerHeight, -bottom);
  };
  const nextDue = () => {
    const due = [...near].filter((figure) => drawings.get(figure).isStale);
    return due.sort((a, b) => distance(a) - distance(b))[0];
  };

  /** Another figure in the place of one that is drawn, or will be. */
  window.mml.exchange = (figure, spec) => {
    drawings.get(figure).exchange(spec);
    work();
  };
  let busy = false;
  const work = async () => {
    if (busy) return;
    busy = true;
    for (;;) {
      await rest();
      const figure = nextDue();
      if (!figure) break;
      try {
        await drawings.get(figure).draw();
      } catch (error) {
        console.error(error);
        figure.classList.add("failed");
      }
      await pause();
    }
    busy = false;
  };

  const coming = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      work();
    },
    { rootMargin: "600px" },
  );
  // Kept, for to ask where figures are makes a page that has changed work out its layout at once.
  const seen = new Set();
  const seeing = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) seen.add(target);
      else seen.delete(target);
    }
  });
  const going = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) drawings.get(target).leave();
      }
    },
    { rootMargin: "3000px" },
  );
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) drawings.get(target.parentElement).fit();
    work();
  });
  for (const [figure, { room }] of drawings) {
    coming.observe(figure);
    seeing.observe(figure);
    going.observe(figure);
    sizes.observe(room);
  }
  document.documentElement.addEventListener("themechange", () => {
    for (const [figure, drawing] of drawings) drawing.outdate(seen.has(figure));
    requestAnimationFrame(() => setTimeout(work)); // the page itself is seen in its colours first
  });
})();
