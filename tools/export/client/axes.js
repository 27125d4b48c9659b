// The axes of a figure: names in lines that fit on a narrow screen, and ticks for their length.
(() => {
  const SIZE = 14;

  /** The name in lines along its axis, which is so long. */
  const named = (axis, long) => {
    const { title } = axis;
    if (!title?.text) return axis;
    const lines = window.mml.words.wrap(title.text, long, title.font?.size ?? SIZE);
    return { ...axis, title: { ...title, text: lines.join("<br>") } };
  };

  /** How high a panel is, in its width, where a unit is as long on both of its axes. */
  const shapeOf = ({ data, layout }, name) => {
    const other = layout[name].scaleanchor?.replace?.("x", "xaxis");
    const [wide, tall] = [other, name].map(
      (one) => layout[one] && window.mml.extentOf(layout[one], one, data),
    );
    return wide && tall ? Math.abs((tall[1] - tall[0]) / (wide[1] - wide[0])) : Infinity;
  };

  /** A figure with every axis changed for the room beside its panel, and for its length in that. */
  const changed = (spec, width, change) => {
    const { layout } = spec;
    const { t, b } = window.mml.marginOf(layout);
    const room = { x: window.mml.besideRows(spec, width), y: layout.height - t - b };
    const each = ([name, axis]) => {
      const letter = /^([xy])axis\d*$/.exec(name)?.[1];
      if (!letter || !axis) return [name, axis];
      const [from, to] = axis.domain ?? [0, 1];
      const most = room[letter] * (to - from);
      const long = Math.min(most, room.x * shapeOf(spec, name));
      return [name, change(axis, name, most, long)];
    };
    return { ...spec, layout: Object.fromEntries(Object.entries(layout).map(each)) };
  };

  /** The axes with names and ticks for the width of their panel, and for its height. */
  window.mml.axed = (spec, width) =>
    changed(spec, width, (axis, name, most, long) =>
      window.mml.ticked(named(axis, most), name, long, spec.data),
    );
  /** The same where there is room for all else: of the small ticks between powers Plotly names too many. */
  window.mml.thinned = (spec, width) =>
    changed(spec, width, (axis, name, _most, long) =>
      axis.type === "log" ? window.mml.ticked(axis, name, long, spec.data) : axis,
    );
})();
