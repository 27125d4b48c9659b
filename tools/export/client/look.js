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
  const turned = (text) => {
    const found = parse(text.trim().toLowerCase());
    if (!found) return text;
    const [r, g, b, alpha = 1] = found;
    if (Math.max(r, g, b) - Math.min(r, g, b) > 24) return text;
    const level = Math.round(26 + 0.88 * (255 - (r + g + b) / 3));
    return `rgba(${level}, ${level}, ${level}, ${alpha})`;
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
  const narrowed = (layout, width) => {
    const text = layout.title?.text ?? "";
    const size = layout.title?.font?.size ?? layout.template?.layout?.title?.font?.size ?? 16;
    const family = getComputedStyle(root).getPropertyValue("--sans");
    const before = text === "" ? [] : text.split(/<br ?\/?>/);
    const plain = before.map((line) => line.replace(/<[^>]*>/g, "")).join("<br>") === text;
    const lines = plain ? wrap(text, width - 24, `${size}px ${family}`) : before;
    const more = Math.max(0, lines.length - before.length) * 1.3 * size;
    const { margin = {}, height = 450 } = layout;
    return {
      ...layout,
      title: {
        ...layout.title,
        text: lines.join("<br>"),
        ...(more > 0 && {
          x: 0,
          xref: "container",
          xanchor: "left",
          pad: { ...layout.title?.pad, l: 12 },
        }),
      },
      margin: {
        ...margin,
        l: Math.min(margin.l ?? 48, 48),
        r: Math.min(margin.r ?? 12, 12),
        t: (margin.t ?? 60) + more,
      },
      height: Math.min(height, Math.max(340, 1.05 * width)) + more,
      ...(layout.showlegend !== false &&
        !layout.legend && {
          legend: { orientation: "h", x: 0, xanchor: "left", y: 1.01, yanchor: "bottom" },
        }),
    };
  };

  const NARROW = 560;

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
    const { data, layout, frames } = root.dataset.theme === "dark" ? turn(own, "") : own;
    const { width: _, ...rest } = layout;
    const fitted = figure.clientWidth < NARROW ? narrowed(rest, figure.clientWidth) : rest;
    return {
      data,
      frames,
      layout: {
        ...fitted,
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
