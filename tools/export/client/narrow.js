// Figures on narrow screens: the title in lines that fit, the legend above the data, less air at the sides.
(() => {
  const root = document.documentElement;
  const pen = document.createElement("canvas").getContext("2d");
  const wrap = (text, width, font) => {
    pen.font = font;
    const lines = [];
    for (const word of text.replace(/<br ?\/?>/g, " ").split(/\s+/)) {
      const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
      if (lines.length > 0 && pen.measureText(longer).width <= width)
        lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  };
  const linesOf = (layout) => layout?.title?.text?.split(/<br ?\/?>/) ?? [];
  /** A title's lines anew, unless markup in it forbids. */
  const inLines = (lines, width, font) =>
    lines.length === 0 || lines.some((line) => /[<&]/.test(line))
      ? lines
      : wrap(lines.join(" "), width, font);
  const legendLines = (data, width, font) => {
    pen.font = font;
    const named = data.filter((trace) => trace.name && trace.showlegend !== false);
    const names = new Set(named.map((trace) => trace.name));
    const widths = [...names].map((name) => 60 + pen.measureText(name).width);
    // Plotly gives all entries of a line of the legend the same room.
    return Math.ceil(names.size / Math.max(1, Math.floor(width / Math.max(60, ...widths))));
  };
  /** Names of rows, of a heatmap, of bars that lie, or of places on the axis. */
  const rowsOf = (data, layout) => [
    ...data
      .filter(({ type, orientation }) => type === "heatmap" || orientation === "h")
      .map(({ y }) => (typeof y?.[0] === "string" ? y : [])),
    layout.yaxis?.ticktext ?? [],
  ];
  /** Each of them needs a line, or the axis leaves every other name out. */
  const namedRows = (data, layout) => Math.max(...rowsOf(data, layout).map((n) => n.length));
  /** What they leave of the width to the data, the legend and the name of the axis below. */
  const besideNames = (data, layout, width, font) => {
    pen.font = font;
    const names = rowsOf(data, layout).flat();
    const widths = names.map((name) => pen.measureText(name).width);
    return width - 24 - Math.max(60, ...widths.map((w) => w + 12));
  };
  const NAMED = 18; // of such a row
  const WIDE = 700;
  const ROW = 36; // of the buttons that play
  const NAME = 22; // of the horizontal axis
  /** The controls of an animation below the axis's name, the buttons above the slider and what it says. */
  const controlled = ({ sliders, updatemenus }) => {
    if (!sliders || !updatemenus) return { extra: 0 };
    const lower = (by) => (control) => ({
      ...control,
      pad: { ...control.pad, t: (control.pad?.t ?? 0) + by },
    });
    return {
      extra: NAME + ROW,
      controls: {
        sliders: sliders.map(lower(NAME + ROW)),
        updatemenus: updatemenus.map(lower(NAME)),
      },
    };
  };
  const familyOf = () => getComputedStyle(root).getPropertyValue(window.mml.page.sans);
  /** One panel is no higher than wide, about; panels that stand below each other have the height they need. */
  const fitted = ({ data, layout, frames = [] }, width, isStacked) => {
    const family = familyOf();
    const size = layout.title?.font?.size ?? 16;
    const before = linesOf(layout);
    const titled = (part) => inLines(linesOf(part), width - 24, `${size}px ${family}`);
    const most = Math.max(...[layout, ...frames.map((f) => f.layout)].map((l) => titled(l).length));
    const { legend, margin = {}, height = 450, showlegend = data.length > 1 } = layout;
    const above = showlegend && (!legend || (legend.orientation === "h" && legend.y > 0.9));
    const legendFont = `14px ${family}`;
    const inner = width - 60;
    const had = legend ? legendLines(data, WIDE, legendFont) : 0;
    const below = showlegend && legend?.yref === "container";
    const beside = besideNames(data, layout, width, legendFont);
    const listed = above || below ? legendLines(data, beside, legendFont) : 0;
    const more = Math.max(0, listed - had);
    const { t = 60, b = 50, l = 48, r = 12 } = margin;
    const line = 1.3 * size;
    const top = Math.max(
      t + line * (most - before.length) + (above ? 20 * more : 0),
      above ? 20 + line * most + 20 * listed : 0,
    );
    const { extra, controls } = controlled(layout);
    const bottom = b + (below ? 24 * more : 0) + extra;
    const room = isStacked
      ? Infinity
      : Math.max(240, 0.85 * inner, NAMED * namedRows(data, layout));
    const plot = Math.min(height - t - b, room);
    // From the figure's edge, as long names on the axis leave a title above the data little room.
    const headed = (part) => ({
      ...part.title,
      text: titled(part).join("<br>"),
      xref: "container",
      x: 12 / width,
    });
    const names = Object.entries(layout).filter(
      ([name, axis]) => /^xaxis/.test(name) && axis.title,
    );
    const broken = ({ title, ...axis }) => {
      const lines = wrap(title.text ?? "", beside + 12, `14px ${family}`);
      return { ...axis, title: { ...title, text: lines.join("<br>") } };
    };
    const changed = {
      ...layout,
      ...Object.fromEntries(names.map(([name, axis]) => [name, broken(axis)])),
      title: headed(layout),
      margin: { ...margin, t: top, b: bottom, l: Math.min(l, 48), r: Math.min(r, 12) },
      height: plot + top + bottom,
      ...controls,
      ...(above && {
        legend: { ...legend, orientation: "h", x: 0, xanchor: "left", y: 1.01, yanchor: "bottom" },
      }),
    };
    const follow = (frame) =>
      frame.layout?.title
        ? { ...frame, layout: { ...frame.layout, title: headed(frame.layout) } }
        : frame;
    return { data, layout: changed, frames: frames.map(follow) };
  };

  /** A figure for a column of the given width: { data, layout, frames }. */
  window.mml.narrowed = (spec, width) => {
    const stacked = window.mml.stacked(spec, width, wrap, `14px ${familyOf()}`);
    return fitted(stacked ?? spec, width, stacked !== null);
  };
})();
