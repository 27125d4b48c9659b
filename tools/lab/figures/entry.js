// The extension as JupyterLab loads it: a container of module federation, written by hand because it
// shares one thing alone, Lumino's Widget.
(() => {
  const NAME = "mml-figures";
  const TYPE = "application/vnd.plotly.v1+json";
  const folder = new URL(".", document.currentScript.src);

  let plotly = null;
  /** Plotly, loaded with the first figure. */
  const load = () => {
    plotly ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("plotly.js", folder);
      script.onload = () => {
        // coast lines come from here, too, not from a server of Plotly's
        window.Plotly.setPlotConfig({ topojsonURL: new URL("coasts/", folder).href });
        resolve(window.Plotly);
      };
      script.onerror = () => {
        plotly = null; // the next figure asks again
        reject(new Error(`${script.src} did not load`));
      };
      document.head.append(script);
    });
    return plotly;
  };

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("style.css", folder);
  document.head.append(style);

  let shared = null;
  const sharedModule = async (name) => {
    const [version] = Object.values(shared[name]);
    const make = await version.get();
    return make();
  };

  const extension = async () => {
    const { Widget } = await sharedModule("@lumino/widgets");
    const Figure = window.mml.figureWidget(Widget, TYPE, load);
    const rendererFactory = { safe: true, mimeTypes: [TYPE], createRenderer: () => new Figure() };
    return { id: `${NAME}:factory`, rendererFactory, rank: 0, dataType: "json" };
  };

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB[NAME] = {
    init(scope) {
      shared = scope;
    },
    async get() {
      const made = await extension();
      return () => ({ __esModule: true, default: made });
    },
  };
})();
