// Where the panels of a figure go on a narrow screen.
(() => {
  const PAPER = 620; // of a figure on a wide page, between its margins
  const SIZE = 14; // of a panel's title
  const LINE = 19;
  const BAR = 52; // what a colour bar or a second axis takes at the right
  const LEAST = { axes: 250, bare: 60 };

  /** The panels of a layout in reading order, each with its rectangle of the paper. */
  const panelsOf = (layout) =>
    Object.entries(layout)
      .flatMap(([name, part]) => {
        const [, kind, no] = /^(xaxis|scene)(\d*)$/.exec(name) ?? [];
        if (!kind || part.overlaying) return [];
        if (kind === "scene") {
          const { x = [0, 1], y = [0, 1] } = part.domain ?? {};
          return [{ name, x, y, isBare: false }];
        }
        const other = `yaxis${/^y\d*$/.test(part.anchor) ? part.anchor.slice(1) : no}`;
        const { domain: y = [0, 1], showticklabels } = layout[other] ?? {};
        const isBare = showticklabels === false;
        return [{ name, other, x: part.domain ?? [0, 1], y, isBare, titled: part.title }];
      })
      .sort((a, b) => b.y[1] - a.y[1] || a.x[0] - b.x[0]);

  const { linesOf, wrap } = window.mml.words;
  const near = (a, b) => Math.abs(a - b) < 1e-3;
  const isTitleOf = ({ x, y }, note) =>
    note.xref === "paper" && note.yref === "paper" && near(note.x, x[0]) && near(note.y, y[1]);

  const barOf = (trace) => trace.colorbar ?? trace.marker?.colorbar;
  /** The panel whose axes or scene a trace is drawn in. */
  const homeOf = (panels, trace) => {
    const name = trace.scene ?? (trace.xaxis ?? "x").replace("x", "xaxis");
    return panels.find((panel) => panel.name === name);
  };

  /** Which panels keep room at their right: for a colour bar, or for an axis that lies over theirs. */
  const besides = (panels, layout, data) => {
    const bars = data.filter(barOf).map((trace) => homeOf(panels, trace));
    const over = Object.values(layout).map((part) => part?.overlaying?.replace?.("y", "yaxis"));
    return panels.map((panel) =>
      bars.includes(panel) || (panel.other && over.includes(panel.other)) ? BAR : 0,
    );
  };

  /** Where the panels go in so many columns, in pixels from the top left: { left, wide, top, tall }. */
  const placed = (panels, cols, inner, paperHeight, titles) => {
    const isBare = panels.every((panel) => panel.isBare);
    const gap = isBare ? 10 : 24;
    const wide = (inner - gap * (cols - 1)) / cols;
    const tallOf = ({ x, y }) => {
      const tall = (y[1] - y[0]) * paperHeight;
      const same = (wide * tall) / ((x[1] - x[0]) * PAPER);
      return isBare ? same : Math.min(Math.max(tall, 200), Math.max(240, 0.85 * wide));
    };
    const places = [];
    let top = 0;
    for (let first = 0; first < panels.length; first += cols) {
      const row = panels.slice(first, first + cols);
      const head = Math.max(...titles.slice(first, first + cols).map((lines) => lines.length));
      if (first > 0) top += LINE * head + 8;
      const tall = Math.max(...row.map(tallOf));
      row.forEach((_, k) => {
        places.push({ left: k * (wide + gap), wide, top, tall });
      });
      const foot = row.some(({ titled }) => titled) ? 58 : 32;
      top += tall + (first + cols < panels.length ? (isBare ? 6 : foot) : 0);
    }
    return { places, height: top };
  };

  /** How many columns each title may run over: its own, and those after it in its row without a title. */
  const spanOf = (titles, k, cols) => {
    const last = k - (k % cols) + cols;
    const next = titles.findIndex((title, j) => j > k && title !== undefined);
    return (next < 0 ? last : Math.min(next, last)) - k;
  };

  /** In how many columns the panels go, at most as many as they have: `titlesIn(n)` are their titles in n. */
  const columnsFor = (panels, cols, inner, titlesIn) => {
    const least = panels.every(({ isBare }) => isBare) ? LEAST.bare : LEAST.axes;
    let fit = Math.max(1, Math.min(cols, Math.floor(inner / least)));
    while (fit > 1 && titlesIn(fit).some((lines) => lines.length > 2)) fit--;
    return fit;
  };

  /**
   * The panels of a layout in as many columns as fit: where they are and where they go, the height they
   * need together, the titles' lines, and by how much the first of them are higher. Null for one panel.
   */
  window.mml.arranged = ({ data, layout }, width) => {
    const panels = panelsOf(layout);
    if (panels.length < 2) return null;
    const inner = width - 60;
    const cols = panels.filter(({ y }) => near(y[1], panels[0].y[1])).length;
    const { margin = {}, height = 450, annotations = [] } = layout;
    const { t = 60, b = 50 } = margin;
    const before = panels.map((panel) => annotations.find((note) => isTitleOf(panel, note)));
    const broken = ({ text }, k, n) => {
      const room = (inner / n) * spanOf(before, k, n) - 8;
      return wrap(text, room, SIZE);
    };
    const titlesIn = (n) => before.map((note, k) => (note ? broken(note, k, n) : []));
    const fit = columnsFor(panels, cols, inner, titlesIn);
    const titles = titlesIn(fit);
    const { places, height: tall } = placed(panels, fit, inner, height - t - b, titles);
    const room = besides(panels, layout, data);
    const targets = places.map(({ left, wide, top, tall: own }, k) => ({
      x: [left / inner, (left + wide - room[k]) / inner],
      y: [Math.max(0, 1 - (top + own) / tall), 1 - top / tall],
    }));
    const headOf = (texts) => LINE * Math.max(0, ...texts.map((lines) => lines.length));
    const had = headOf(before.slice(0, cols).map((note) => (note ? linesOf(note.text) : [])));
    return {
      panels,
      targets,
      inner,
      tall,
      lower: headOf(titles.slice(0, fit)) - had,
      title: (note, k) => isTitleOf(panels[k], note) && broken(note, k, fit),
    };
  };
  window.mml.homeOf = homeOf;
  window.mml.barOf = barOf;
})();
