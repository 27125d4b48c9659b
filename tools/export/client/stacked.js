// Figures of several panels on narrow screens: those that stand side by side go below each other.
(() => {
  const { barOf, homeOf } = window.mml;
  const into = (v, [a, b], [c, d]) => c + ((v - a) / (b - a)) * (d - c);
  const inside = (v, [a, b]) => v >= a - 1e-3 && v <= b + 1e-3;

  /** What is fixed to the paper goes with the panel it lies in; titles in lines that fit. */
  const movedNote = ({ panels, targets, title }, note) => {
    if (note.xref !== "paper" || note.yref !== "paper") return note;
    const k = panels.findIndex(({ x, y }) => inside(note.x, x) && inside(note.y, y));
    if (k < 0) return note;
    const [from, to] = [panels[k], targets[k]];
    const lines = title(note, k);
    return {
      ...note,
      x: into(note.x, from.x, to.x),
      y: into(note.y, from.y, to.y),
      ...(lines && { text: lines.join("<br>") }),
    };
  };

  /** A trace with its colour bar beside its panel. */
  const movedBar = ({ panels, targets, inner }, trace) => {
    const target = targets[panels.indexOf(homeOf(panels, trace))];
    if (!barOf(trace) || !target) return trace;
    const [low, high] = target.y;
    const place = { x: target.x[1] + 6 / inner, y: (low + high) / 2, len: high - low };
    const bar = { ...barOf(trace), ...place };
    return trace.colorbar
      ? { ...trace, colorbar: bar }
      : { ...trace, marker: { ...trace.marker, colorbar: bar } };
  };

  const movedAxes = ({ panels, targets }, layout) =>
    panels.map(({ name, other }, k) => {
      const { x, y } = targets[k];
      if (!other) return { [name]: { ...layout[name], domain: { x, y } } };
      return {
        [name]: { ...layout[name], domain: x },
        [other]: { ...layout[other], domain: y },
      };
    });

  /** A figure of several panels for a width, as high as they need: { data, layout, frames }; null for one panel. */
  window.mml.stacked = (spec, width) => {
    const plan = window.mml.arranged(spec, width);
    if (!plan) return null;
    const { data, layout, frames } = spec;
    const { t = 60, b = 50, ...sides } = layout.margin ?? {};
    const noted = (part) =>
      part?.annotations
        ? { ...part, annotations: part.annotations.map((note) => movedNote(plan, note)) }
        : part;
    const bars = (traces) => traces?.map((trace) => movedBar(plan, trace));
    return {
      data: bars(data),
      layout: {
        ...noted(layout),
        ...Object.assign({}, ...movedAxes(plan, layout)),
        margin: { ...sides, t: t + plan.lower, b },
        height: t + plan.lower + plan.tall + b,
      },
      frames: frames?.map((frame) => ({
        ...frame,
        data: bars(frame.data),
        layout: noted(frame.layout),
      })),
    };
  };
})();
