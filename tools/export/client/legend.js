// The legend of a figure on a narrow screen: above the data or at the foot, in lines that fit.
(() => {
  const SIZE = 14;
  const SAMPLE = 60; // of an entry, before and after its name
  const WIDE = 700; // that the figure was made for
  const AIR = 9; // above the data: half the label of a tick
  const LINE = { above: 20, below: 24 };

  /** Plotly gives all entries the same room when they do not fit into one line. */
  const linesIn = (data, width) => {
    const named = data.filter(({ name, showlegend }) => name && showlegend !== false);
    const names = [...new Set(named.map(({ name }) => name))];
    if (names.length === 0) return 0;
    const widths = window.mml.words.widths(names, SIZE).map((w) => w + SAMPLE);
    const whole = widths.reduce((sum, w) => sum + w, 0);
    return whole <= width
      ? 1
      : Math.ceil(names.length / Math.max(1, Math.floor(width / Math.max(...widths))));
  };

  /** Where the legend goes: "above" the data, "below" at the foot of the figure, or where it is. */
  const placeOf = ({ legend, showlegend }, data) => {
    if (!(showlegend ?? data.length > 1)) return null;
    if (legend?.yref === "container") return "below";
    return !legend || (legend.orientation === "h" && legend.y > 0.9) ? "above" : null;
  };

  /** A figure whose legend has the width of the column, and room in height for the lines it takes there. */
  window.mml.legended = (spec, width) => {
    const { data, layout } = spec;
    const place = placeOf(layout, data);
    if (!place) return spec;
    const listed = linesIn(data, window.mml.besideRows(spec, width));
    const more = Math.max(0, listed - (layout.legend ? linesIn(data, WIDE) : 0));
    const { t, b } = window.mml.marginOf(layout);
    const tall = layout.height - t - b;
    const left = { x: 0, xanchor: "left", orientation: "h" };
    const legend =
      place === "above"
        ? { ...layout.legend, ...left, y: 1 + AIR / tall, yanchor: "bottom" }
        : { ...layout.legend, ...left };
    const need =
      place === "above"
        ? { t: Math.max(LINE.above * more, LINE.above * (listed + 1) - t) + AIR }
        : { b: LINE.below * more };
    return window.mml.taller({ ...spec, layout: { ...layout, legend } }, need);
  };
})();
