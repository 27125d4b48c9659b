// The builds of Plotly that the figures of a page need, each loaded once. They lie beside the page, or in
// it, packed.
(() => {
  const own = document.querySelector("script[data-assets]");
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
  /** Plotly in the build of that name. */
  window.mml.plotly = (name) => {
    if (!builds.has(name)) builds.set(name, load(name));
    return builds.get(name);
  };
})();
