// Figures: drawn when they come near, redrawn when the theme or the width of the column changes.
(() => {
  const root = document.documentElement;
  const own = document.querySelector("script[data-assets]");
  const figures = [...document.querySelectorAll("figure.plot")];
  if (figures.length === 0) return;

  // ---- The build of Plotly that a figure needs, loaded once. It lies beside the page, or in it, packed.
  const unpack = (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).text();
  };
  const run = (fill) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = () => resolve(window.Plotly);
      script.onerror = () => reject(new Error(`${script.src} did not load`));
      fill(script);
      document.head.append(script);
      if (!script.src) resolve(window.Plotly);
    });
  const load = async (name) => {
    const kept = document.getElementById(`plotly-${name}`);
    const text = kept && (await unpack(kept.textContent));
    return run((script) => {
      if (kept) script.textContent = text;
      else script.src = `${own.dataset.assets}plotly-${name}.js?v=${own.dataset.version}`;
    });
  };
  const builds = new Map();
  const plotly = (name) => {
    if (!builds.has(name)) builds.set(name, load(name));
    return builds.get(name);
  };

  const drawn = new Map();
  const draw = async (figure) => {
    const spec = JSON.parse(figure.querySelector("script").textContent);
    // a page may fetch nothing, so its maps have no tiles
    const stays = !window.mml.canDraw(spec) || window.mml.onTiles(spec);
    if (stays && figure.querySelector(".still")) return;
    const Plotly = await plotly(figure.dataset.build);
    const live = document.createElement("div");
    live.className = "live";
    live.tabIndex = 0;
    window.mml.passWheel(live);
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
    const { data, layout, frames } = window.mml.dress(figure, spec);
    await Plotly.newPlot(live, { data, layout, frames, config });
    window.mml.bindKeys(Plotly, live);
    drawn.set(figure, { Plotly, spec, live, width: figure.clientWidth });
    figure.classList.add("drawn");
  };
  const redraw = (figure) => {
    const made = drawn.get(figure);
    if (!made) return;
    made.width = figure.clientWidth;
    made.Plotly.react(made.live, window.mml.dress(figure, made.spec));
  };

  /** Another figure in the place of one that is drawn, or will be. */
  window.mml.exchange = (figure, spec) => {
    figure.querySelector("script").textContent = JSON.stringify(spec);
    figure.dataset.alt = spec.alt;
    const made = drawn.get(figure);
    if (!made) return;
    made.spec = spec;
    made.live.setAttribute("aria-label", spec.alt);
    redraw(figure);
  };

  // ---- One after the other, so that the page stays awake between them.
  const queue = [];
  let busy = false;
  const work = async () => {
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
      await new Promise((resolve) => setTimeout(resolve));
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
      work();
    },
    { rootMargin: "600px" },
  );
  for (const figure of figures) near.observe(figure);

  root.addEventListener("themechange", () => {
    for (const figure of drawn.keys()) redraw(figure);
  });
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const made = drawn.get(target);
      if (made && Math.abs(made.width - target.clientWidth) > 1) redraw(target);
    }
  });
  for (const figure of figures) sizes.observe(figure);
})();
