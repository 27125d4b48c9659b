// Figures: drawn when they come near, in the colours of the theme, and worked by mouse or keyboard.
(() => {
  const root = document.documentElement;
  const own = document.querySelector("script[data-assets]");
  const figures = [...document.querySelectorAll("figure.plot")];
  if (figures.length === 0) return;

  const specOf = (figure) => JSON.parse(figure.querySelector("script").textContent);
  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  const resolved = (name) => {
    const probe = document.createElement("span");
    probe.style.color = `var(${name})`;
    root.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  };

  // ---- The build of Plotly that a figure needs, loaded once.
  const builds = new Map();
  const load = (name) => {
    if (!builds.has(name)) {
      builds.set(
        name,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          const kept = document.getElementById(`plotly-${name}`);
          const done = () => resolve(window.Plotly);
          if (kept) script.textContent = kept.textContent;
          else {
            script.src = `${own.dataset.assets}plotly-${name}.js?v=${own.dataset.version}`;
            script.onload = done;
            script.onerror = () => reject(new Error(`${script.src} did not load`));
          }
          document.head.append(script);
          if (kept) done();
        }),
      );
    }
    return builds.get(name);
  };

  // ---- Colours. A figure says black on white; in the dark theme greys change places.
  const grey = (text) => {
    const names = { black: [0, 0, 0], white: [255, 255, 255], gray: [128, 128, 128] };
    const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
    const wide = hex?.length === 3 ? [...hex].map((c) => c + c).join("") : hex;
    const rgb = /^rgba?\(([^)]+)\)$/.exec(text)?.[1].split(",").map(Number);
    const [r, g, b, a = 1] =
      names[text] ??
      rgb ??
      (wide ? [0, 2, 4].map((i) => Number.parseInt(wide.slice(i, i + 2), 16)) : [0, 255, 0]);
    return Math.max(r, g, b) - Math.min(r, g, b) < 24 ? { level: (r + g + b) / 3, alpha: a } : null;
  };
  const turned = (text) => {
    const found = grey(text.trim().toLowerCase());
    if (!found) return text;
    const level = Math.round(27 + (255 - found.level) * (228 / 255) * 0.94);
    return `rgba(${level}, ${level}, ${level}, ${found.alpha})`;
  };
  const turn = (value, key) => {
    if (typeof value === "string") return /color$/i.test(key) ? turned(value) : value;
    if (key === "colorscale" || value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) {
      return typeof value[0] === "number" ? value : value.map((item) => turn(item, key));
    }
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, turn(v, k)]));
  };

  const themeTemplate = () => {
    const ink = resolved("--ink");
    const line = resolved("--rule");
    const clear = "rgba(0,0,0,0)";
    const axis = { gridcolor: line, zerolinecolor: resolved("--quiet"), linecolor: line };
    const flat = { ...axis, automargin: true };
    const space = { ...axis, backgroundcolor: clear };
    return {
      font: { family: colour("--sans"), size: 14, color: ink },
      paper_bgcolor: clear,
      plot_bgcolor: clear,
      xaxis: flat,
      yaxis: flat,
      scene: { xaxis: space, yaxis: space, zaxis: space },
      hoverlabel: { font: { family: colour("--sans") } },
    };
  };
  const merge = (below, above) => {
    const plain = (x) => typeof x === "object" && x !== null && !Array.isArray(x);
    if (!plain(below) || !plain(above)) return above === undefined ? below : above;
    const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
    return Object.fromEntries([...keys].map((key) => [key, merge(below[key], above[key])]));
  };
  const dressed = (figure, spec) => {
    const dark = root.dataset.theme === "dark";
    const { data, layout, frames } = dark ? turn(spec, "") : spec;
    const { width: _, ...rest } = layout;
    const width = figure.clientWidth;
    const height = Math.min(layout.height ?? 450, Math.max(320, 0.95 * width));
    const clear = { paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)" };
    const given = merge(rest.template ?? {}, { layout: clear });
    return {
      data,
      frames,
      layout: {
        ...rest,
        ...clear,
        autosize: true,
        height,
        uirevision: "kept",
        template: merge({ layout: themeTemplate() }, given),
      },
    };
  };

  // ---- Drawing.
  const drawn = new Map();
  const draw = async (figure) => {
    if (drawn.has(figure)) return;
    drawn.set(figure, null);
    const Plotly = await load(figure.dataset.build);
    const spec = specOf(figure);
    const live = document.createElement("div");
    live.className = "live";
    live.tabIndex = 0;
    live.setAttribute("role", "group");
    live.setAttribute("aria-label", figure.dataset.alt);
    live.setAttribute("aria-describedby", "mml-figure-keys");
    figure.append(live);
    const config = {
      responsive: true,
      displaylogo: false,
      modeBarButtonsToRemove: ["select2d", "lasso2d"],
      ...spec.config,
    };
    const { data, layout, frames } = dressed(figure, spec);
    await Plotly.newPlot(live, { data, layout, frames, config });
    drawn.set(figure, { Plotly, spec, live });
    figure.classList.add("drawn");
  };
  const queue = [];
  let busy = false;
  const next = async () => {
    if (busy) return;
    busy = true;
    while (queue.length > 0) {
      const figure = queue.shift();
      try {
        await draw(figure);
      } catch (error) {
        console.error(error);
        figure.classList.add("failed");
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    busy = false;
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        queue.push(target);
      }
      next();
    },
    { rootMargin: "600px" },
  );
  for (const figure of figures) near.observe(figure);

  root.addEventListener("themechange", () => {
    for (const [figure, made] of drawn) {
      if (!made) continue;
      const { data, layout, frames } = dressed(figure, made.spec);
      made.Plotly.react(made.live, { data, layout, frames });
    }
  });
})();
