// Names of rows: of a heatmap, of bars that lie, or of places on the vertical axis.
(() => {
  const SIZE = 14;
  const LINE = 18; // that each of them needs, or the axis leaves every other name out

  const namesIn = ({ data, layout }) => [
    ...data
      .filter(({ type, orientation }) => type === "heatmap" || orientation === "h")
      .map(({ y }) => (typeof y?.[0] === "string" ? y : [])),
    layout.yaxis?.ticktext ?? [],
  ];

  /** The height that a figure's rows need. */
  window.mml.tallOfRows = (spec) => LINE * Math.max(...namesIn(spec).map((names) => names.length));
  /** What the names of its rows, or its ticks, leave of the width to the data and the legend. */
  window.mml.besideRows = (spec, width) => {
    const widths = window.mml.words.widths(namesIn(spec).flat(), SIZE).map((w) => w + 12);
    return width - 24 - Math.max(60, ...widths);
  };
})();
