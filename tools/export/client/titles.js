// Where a figure's title stands in its drawing, as in JupyterLab: in lines that fit, with room for them.
(() => {
  const { linesOf, wrap } = window.mml.words;
  const SIZE = 16;
  const LINE = 1.3; // of a title, in its size
  // Plotly sets a title of several lines too high by the height of its capitals.
  const CAPITAL = 0.7;

  const sizeOf = ({ title }) => title?.font?.size ?? SIZE;
  const inLines = (layout, width) => wrap(layout.title?.text ?? "", width - 24, sizeOf(layout));
  const lowered = (title, size) =>
    linesOf(title.text).length > 1
      ? { ...title, pad: { ...title.pad, t: (title.pad?.t ?? 12) + CAPITAL * size } }
      : title;
  // From the figure's edge, as long names on the axis leave a title above the data little room.
  const headed = (layout, width) => {
    if (!layout?.title?.text) return layout;
    const narrow = window.mml.isNarrow(width) && {
      text: inLines(layout, width).join("<br>"),
      xref: "container",
      x: 12 / width,
    };
    return { ...layout, title: lowered({ ...layout.title, ...narrow }, sizeOf(layout)) };
  };

  /** A figure with its titles, and those of its frames, in lines that fit into a column of the given width. */
  window.mml.titled = (spec, width) => {
    const { layout, frames } = spec;
    const titled = {
      ...spec,
      layout: headed(layout, width),
      frames: frames?.map((frame) => ({ ...frame, layout: headed(frame.layout, width) })),
    };
    if (!window.mml.isNarrow(width)) return titled;
    const parts = [layout, ...(frames ?? []).map((frame) => frame.layout ?? {})];
    const most = Math.max(...parts.map((part) => inLines(part, width).length));
    const more = LINE * sizeOf(layout) * (most - linesOf(layout.title?.text).length);
    return window.mml.taller(titled, { t: Math.max(0, more) });
  };
})();
