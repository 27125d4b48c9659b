// How a figure looks on the page: in its colours, in the width of its column, for its readers.
(() => {
  const CLEAR = "rgba(0,0,0,0)";
  const NARROW = 560;
  const finger = matchMedia("(pointer: coarse)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  /** A copy that Plotly may write into. Lists of plain values stay the same lists, so that they count as unchanged. */
  const fresh = (value) => {
    if (value === null || typeof value !== "object" || ArrayBuffer.isView(value)) return value;
    if (!Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, fresh(v)]));
    }
    return typeof value[0] === "object" && !Array.isArray(value[0]) ? value.map(fresh) : value;
  };

  /** A trace without a name has none in the legend, or beside its values: not "trace 3". */
  const named = (trace) =>
    trace.name === undefined
      ? { showlegend: trace.type === "pie" ? undefined : false, ...trace, name: "" }
      : trace;

  /** A finger on a figure scrolls the page; zooming and turning are in the tool bar. */
  const untouched = (layout) => {
    const scenes = Object.keys(layout).filter((name) => /^scene\d*$/.test(name));
    const held = scenes.map((name) => [name, { ...layout[name], dragmode: false }]);
    return { ...layout, dragmode: false, ...Object.fromEntries(held) };
  };

  /** For readers who want less motion, one step follows the other without gliding. */
  const AT_ONCE = { duration: 0 };
  const calmed = (value, key) => {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((item) => calmed(item, key));
    if (key === "transition") return { ...value, ...AT_ONCE };
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, calmed(v, k)]));
  };
  const stepping = ({ updatemenus, sliders, ...layout }) => ({
    ...layout,
    transition: undefined,
    ...(updatemenus && { updatemenus: calmed(updatemenus, "") }),
    ...(sliders && { sliders: sliders.map((s) => calmed({ ...s, transition: AT_ONCE }, "")) }),
  });

  window.mml.isNarrow = (width) => width < NARROW;

  /** A figure in a column of the given width, in pixels. */
  const fitted = (spec, width) => {
    const { width: _given, ...layout } = spec.layout;
    const whole = { ...spec, layout: { ...layout, height: layout.height ?? 450 } };
    const titled = window.mml.titled?.(whole, width) ?? whole;
    const { isNarrow, narrowed, thinned } = window.mml;
    return isNarrow(width) ? narrowed(titled, width) : thinned(titled, width);
  };

  /** The height that a figure will have in a column of the given width. */
  window.mml.heightOf = (spec, width) => fitted(spec, width).layout.height;

  /** A figure as it is to be drawn now in a box: { data, layout, frames }. */
  window.mml.dress = (box, { data, layout: given, frames }) => {
    const own = fresh({ data, layout: given ?? {}, frames });
    const coloured = window.mml.page.isDark() ? window.mml.darkened(own) : own;
    const made = fitted(coloured, box.clientWidth);
    const touched = finger.matches ? untouched(made.layout) : made.layout;
    return {
      data: made.data.map(named),
      frames: made.frames,
      layout: {
        ...(calm.matches ? stepping(touched) : touched),
        paper_bgcolor: CLEAR,
        plot_bgcolor: CLEAR,
        autosize: true,
        uirevision: "kept",
        template: window.mml.templated(given?.template),
      },
    };
  };
})();
