// How a figure looks on the page: in its font, in the colours of its theme, in the width of its column.
(() => {
  const root = document.documentElement;
  const CLEAR = "rgba(0,0,0,0)";

  // ---- Colours that a figure sets itself. It was made for white paper: in the dark theme, black and
  // white and the greys between change places, and colours stay.
  const NAMED = {
    black: [0, 0, 0],
    white: [255, 255, 255],
    gray: [128, 128, 128],
    grey: [128, 128, 128],
  };
  const parse = (text) => {
    const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
    const wide = hex?.length === 3 ? [...hex].map((c) => c + c).join("") : hex;
    if (wide) return [0, 2, 4].map((i) => Number.parseInt(wide.slice(i, i + 2), 16));
    return NAMED[text] ?? /^rgba?\(([^)]+)\)$/.exec(text)?.[1].split(",").map(Number) ?? null;
  };
  // Relative luminance (WCAG 2.2), of channels from 0 to 255.
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c <= 10 ? c / 3295 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  // A colour that is dark for dark paper gets white mixed in until it stands out.
  const LIGHT_ENOUGH = 0.23;
  const lifted = (rgb) => {
    for (let share = 0; share < 1; share += 0.05) {
      const mixed = rgb.map((c) => Math.round(c + share * (255 - c)));
      if (luminance(mixed) >= LIGHT_ENOUGH) return mixed;
    }
    return rgb;
  };
  const turned = (text) => {
    const found = parse(text.trim().toLowerCase());
    if (!found) return text;
    const rgb = found.slice(0, 3);
    const [r, g, b, alpha = 1] = found;
    const level = Math.round(26 + 0.88 * (255 - (r + g + b) / 3));
    const isGrey = Math.max(...rgb) - Math.min(...rgb) <= 24;
    const changed = isGrey ? [level, level, level] : lifted(rgb);
    return `rgba(${changed.join(", ")}, ${alpha})`;
  };
  const turn = (value, key) => {
    if (typeof value === "string") return /color$/i.test(key) ? turned(value) : value;
    if (value === null || typeof value !== "object" || key === "colorscale") return value;
    if (Array.isArray(value)) {
      return typeof value[0] === "number" ? value : value.map((item) => turn(item, key));
    }
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, turn(v, k)]));
  };

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
    const family = getComputedStyle(root).getPropertyValue("--sans").trim();
    const [ink, quiet, rule, raised, paper] = [
      "--ink",
      "--quiet",
      "--rule",
      "--raised",
      "--paper",
    ].map(probe);
    const axis = { gridcolor: rule, zerolinecolor: quiet, linecolor: quiet, tickcolor: quiet };
    const flat = { ...axis, automargin: true };
    const space = { ...axis, backgroundcolor: CLEAR };
    return {
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
  };
  const merge = (below, above) => {
    const plain = (x) => typeof x === "object" && x !== null && !Array.isArray(x);
    if (!plain(below) || !plain(above)) return above === undefined ? below : above;
    const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
    return Object.fromEntries([...keys].map((key) => [key, merge(below[key], above[key])]));
  };

  // ---- Narrow screens: the title in lines that fit, the legend above the data, less air at the sides.
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
    const family = getComputedStyle(root).getPropertyValue("--sans");
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
      title: { ...layout.title, text: lines.join("<br>") },
      margin: { ...margin, t: top, l: Math.min(l, 48), r: Math.min(r, 12) },
      height: plot + top + b,
      ...(above && {
        legend: { ...legend, orientation: "h", x: 0, xanchor: "left", y: 1.01, yanchor: "bottom" },
      }),
    };
  };

  const NARROW = 560;

  // Panels side by side are not squeezed on a narrow screen: the figure keeps a width and scrolls.
  const PANELS = 600;
  const sideBySide = (layout) =>
    Object.entries(layout).some(
      ([name, part]) =>
        /^(xaxis|scene)\d*$/.test(name) && ((part.domain?.x ?? part.domain)?.[0] ?? 0) > 0.2,
    );

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

  /** The least width in which a figure can be read, in pixels; 0 for any. */
  window.mml.leastWidth = ({ layout }) => (sideBySide(layout) ? PANELS : 0);

  /** A figure as it is to be drawn now: { data, layout, frames }. */
  window.mml.dress = (figure, spec) => {
    const own = { data: spec.data, layout: spec.layout, frames: spec.frames };
    const { data, layout, frames } = root.dataset.theme === "dark" ? turn(own, "") : own;
    const { width: _given, ...rest } = layout;
    const width = Math.max(figure.clientWidth, window.mml.leastWidth(spec));
    const fitted = width < NARROW ? narrowed(rest, data, width) : rest;
    return {
      data,
      frames,
      layout: {
        ...fitted,
        ...still(rest),
        ...(slow.matches && rest.updatemenus && { updatemenus: calmed(rest.updatemenus, "") }),
        paper_bgcolor: CLEAR,
        plot_bgcolor: CLEAR,
        autosize: true,
        height: fitted.height ?? 450,
        uirevision: "kept",
        template: merge(rest.template ?? {}, { layout: template() }),
      },
    };
  };
})();
