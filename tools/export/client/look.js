// How a figure looks on the page: in its font, in the colours of its theme, in the width of its column.
(() => {
  const root = document.documentElement;
  const CLEAR = "rgba(0,0,0,0)";

  // ---- What the figure leaves to the template.
  const probe = (name) => {
    const span = document.createElement("span");
    span.style.color = `var(${name})`;
    root.append(span);
    const { color } = getComputedStyle(span);
    span.remove();
    return color;
  };
  const template = () => {
    const { page } = window.mml;
    const family = getComputedStyle(root).getPropertyValue(page.sans).trim();
    const [ink, quiet, rule, raised, paper] = [
      page.ink,
      page.quiet,
      page.rule,
      page.raised,
      page.paper,
    ].map(probe);
    const axis = { gridcolor: rule, zerolinecolor: quiet, linecolor: quiet, tickcolor: quiet };
    const flat = { ...axis, automargin: true };
    const space = { ...axis, backgroundcolor: CLEAR };
    const whisker = { color: ink };
    const layout = {
      font: { family, color: ink },
      paper_bgcolor: CLEAR,
      plot_bgcolor: CLEAR,
      xaxis: flat,
      yaxis: flat,
      scene: { xaxis: space, yaxis: space, zaxis: space },
      polar: { bgcolor: CLEAR, radialaxis: axis, angularaxis: axis },
      hoverlabel: { bgcolor: paper, bordercolor: quiet, font: { family, color: ink } },
      modebar: { bgcolor: CLEAR, color: quiet, activecolor: ink },
      legend: { bgcolor: CLEAR },
      updatemenudefaults: { bgcolor: raised, bordercolor: rule },
      sliderdefaults: {
        bgcolor: raised,
        activebgcolor: quiet,
        bordercolor: rule,
        tickcolor: quiet,
      },
    };
    return { layout, data: { bar: [{ error_x: whisker, error_y: whisker }] } };
  };
  const merge = (below, above) => {
    const plain = (x) => typeof x === "object" && x !== null && !Array.isArray(x);
    if (!plain(below) || !plain(above)) return above === undefined ? below : above;
    const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
    return Object.fromEntries([...keys].map((key) => [key, merge(below[key], above[key])]));
  };

  const NARROW = 560;

  // Plotly sets a title of several lines too high by the height of its capitals.
  const CAPITAL = 0.7;
  const lowered = (part) => {
    const { title } = part ?? {};
    if (!/<br ?\/?>/.test(title?.text ?? "")) return part;
    const { size = 16 } = title.font ?? {};
    const pad = { ...title.pad, t: (title.pad?.t ?? 12) + CAPITAL * size };
    return { ...part, title: { ...title, pad } };
  };

  // A finger on a figure scrolls the page; zooming and turning are in the tool bar.
  const finger = matchMedia("(pointer: coarse)");
  const still = (layout) => {
    if (!finger.matches) return {};
    const scenes = Object.keys(layout).filter((name) => /^scene\d*$/.test(name));
    const held = scenes.map((name) => [name, { ...layout[name], dragmode: false }]);
    return { dragmode: false, ...Object.fromEntries(held) };
  };

  // ---- For readers who want less motion, steps of an animation follow each other without gliding.
  const slow = matchMedia("(prefers-reduced-motion: reduce)");
  const calmed = (value, key) => {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((item) => calmed(item, key));
    if (key === "transition") return { ...value, duration: 0 };
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, calmed(v, k)]));
  };

  /** A figure as it is to be drawn now: { data, layout, frames }. */
  window.mml.dress = (figure, spec) => {
    const own = { data: spec.data, layout: spec.layout, frames: spec.frames };
    const coloured = window.mml.page.isDark() ? window.mml.darkened(own) : own;
    const { width: _given, ...rest } = coloured.layout;
    const whole = { ...coloured, layout: rest };
    const width = figure.clientWidth;
    const { data, layout, frames } = width < NARROW ? window.mml.narrowed(whole, width) : whole;
    return {
      data,
      frames: frames?.map((frame) => ({ ...frame, layout: lowered(frame.layout) })),
      layout: {
        ...lowered(layout),
        ...still(rest),
        ...(slow.matches && rest.updatemenus && { updatemenus: calmed(rest.updatemenus, "") }),
        paper_bgcolor: CLEAR,
        plot_bgcolor: CLEAR,
        autosize: true,
        height: layout.height ?? 450,
        uirevision: "kept",
        template: merge(rest.template ?? {}, template()),
      },
    };
  };
})();
