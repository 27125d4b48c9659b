// Scripts that a page loads when they are asked for, each once: Plotly's builds, the laws. They lie beside
// the page, or in it, packed.
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
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(`${script.src} did not load`));
      fill(script);
      document.head.append(script);
      if (!script.src) resolve();
    });
  const load = async (name) => {
    const kept = document.getElementById(`script-${name}`);
    const text = kept && (await unpack(kept.textContent));
    return run((script) => {
      if (kept) script.textContent = text;
      else script.src = `${own.dataset.assets}${name}.js?v=${own.dataset.version}`;
    });
  };
  const loaded = new Map();
  /** Runs the script of that name, unless it has run. */
  window.mml.load = (name) => {
    if (!loaded.has(name)) loaded.set(name, load(name));
    return loaded.get(name);
  };
  /** Plotly in the build of that name. */
  window.mml.plotly = (build) => window.mml.load(`plotly-${build}`).then(() => window.Plotly);
})();
