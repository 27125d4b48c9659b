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
  const legendLines = (data, width, font) => {
    pen.font = font;
    const named = data.filter((trace) => trace.name && trace.showlegend !== false);
    const names = new Set(named.map((trace) => trace.name));
    const widths = [...names].map((name) => 60 + pen.measureText(name).width);
    // Plotly gives all entries of a line of the legend the same room.
    return Math.ceil(names.size / Math.max(1, Math.floor(width / Math.max(60, ...widths))));
  };
  const WIDE = 700;
  const narrowed = (layout, data, width) => {
    const family = getComputedStyle(root).getPropertyValue(window.mml.page.sans);
    const size = layout.title?.font?.size ?? 16;
    const before = layout.title?.text?.split(/<br ?\/?>/) ?? [];
    const isPlain = !before.some((line) => /[<&]/.test(line));
    const lines =
      isPlain && before.length > 0
        ? wrap(before.join(" "), width - 24, `${size}px ${family}`)
        : before;
    const { legend, margin = {}, height = 450, showlegend = data.length > 1 } = layout;
    const above = showlegend && (!legend || (legend.orientation === "h" && legend.y > 0.9));
    const legendFont = `14px ${family}`;
    const inner = width - 60;
    const had = legend ? legendLines(data, WIDE, legendFont) : 0;
    const more = above ? Math.max(0, legendLines(data, inner, legendFont) - had) : 0;
    const { t = 60, b = 50, l = 48, r = 12 } = margin;
    const top = t + 1.3 * size * (lines.length - before.length) + 20 * more;
    const plot = Math.min(height - t - b, Math.max(240, 0.85 * inner));
    return {
      ...layout,
      // From the figure's edge, as long names on the axis leave a title above the data little room.
      title: { ...layout.title, text: lines.join("<br>"), xref: "container", x: 12 / width },
      margin: { ...margin, t: top, l: Math.min(l, 48), r: Math.min(r, 12) },
      height: plot + top + b,
      ...(above && {
        legend: { ...legend, orientation: "h", x: 0, xanchor: "left", y: 1.01, yanchor: "bottom" },
      }),
    };
  };

  /** The layout of a figure for a column of the given width. */
  window.mml.narrowed = narrowed;
})();
