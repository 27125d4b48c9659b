// A figure as an output of a notebook: drawn when it comes near, drawn again when its data, its width or
// the theme change. Until then its stored picture stands there, or an empty place of its height. Where one
// takes the place of another at once, as under the sliders of a widget, it goes on with what that has drawn.
(() => {
  const HEIGHT = 450;
  const AHEAD = "800px";

  /** What figures that were just taken away have drawn, and where: it is kept for those that follow at once. */
  const left = [];
  const leave = (drawing) => {
    left.push(drawing);
    setTimeout(() => {
      const place = left.indexOf(drawing);
      if (place < 0) return;
      left.splice(place, 1);
      drawing.plotly.purge(drawing.live);
    });
  };
  const takeOver = (area) => {
    const place = left.findIndex((drawing) => drawing.area === area);
    return place < 0 ? undefined : left.splice(place, 1)[0];
  };

  const figures = new WeakMap();
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) figures.get(target)?.come(isIntersecting);
    },
    { rootMargin: AHEAD },
  );
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) figures.get(target)?.fit();
  });

  /**
   * The class of such outputs.
   *
   * @param Widget - Lumino's, of which every output is one.
   * @param type - MIME type of the figures.
   * @param load - Gives Plotly.
   */
  window.mml.figureWidget = (Widget, type, load) =>
    class Figure extends Widget {
      #spec = null;
      /** What the figure shows, in words. */
      #alt = "";
      /** The stored picture, if there is one, in base64. */
      #picture = undefined;
      /** Plotly, and the element in which it has drawn the figure; null while it has not. */
      #plotly = null;
      #live = null;
      /** The list of outputs that it is one of. */
      #area = null;
      #isNear = false;
      /** Whether what is drawn is no longer what should be. */
      #stale = true;
      #width = 0;
      #drawing = null;
      // JupyterLab hides its page until the next frame when it changes the theme
      #themes = new MutationObserver(() => requestAnimationFrame(() => this.#again()));

      constructor() {
        super();
        this.addClass("mml-figure");
        // what Plotly's own renderer calls it: styles and tools for notebooks look for that
        this.addClass("jp-RenderedPlotly");
        figures.set(this.node, this);
        near.observe(this.node);
        sizes.observe(this.node);
        this.#themes.observe(document.body, { attributeFilter: ["data-jp-theme-name"] });
      }

      /** Called by JupyterLab with a new output, with the data of an updated one, and after a change of theme. */
      renderModel({ data }) {
        this.#spec = data[type];
        this.#alt = this.#spec.layout?.meta?.alt ?? data["text/plain"] ?? "";
        this.#picture = data["image/png"];
        if (!this.#live) this.#hold();
        return this.#again();
      }

      /** Called when it has been put into the page. */
      onAfterAttach() {
        this.#area = this.node.closest(".jp-OutputArea");
        const before = this.#live ? undefined : takeOver(this.#area);
        if (!before) return;
        this.#plotly = before.plotly;
        this.#live = before.live;
        this.node.replaceChildren(this.#live);
        this.#watchContext();
        this.#isNear = true;
        this.#again();
      }

      /** Keeps the place of the figure while it is not drawn. */
      #hold() {
        this.node.style.minHeight = `${this.#spec.layout?.height ?? HEIGHT}px`;
        if (!this.#picture) return;
        const still = document.createElement("img");
        // stored with two pixels for one of the page
        still.srcset = `data:image/png;base64,${this.#picture.replace(/\s/g, "")} 2x`;
        still.alt = this.#alt;
        this.node.replaceChildren(still);
      }

      /** Called when the figure has come near to what is on the screen, or has gone from there. */
      async come(isNear) {
        this.#isNear = isNear;
        await this.#drawing;
        if (this.#isNear) this.#draw();
        else if (this.#live && window.mml.byWebgl(this.#spec)) this.#clear();
      }

      /** Called when its size has changed. */
      fit() {
        // no width: the output is hidden, in another tab or a folded cell
        const width = this.node.clientWidth;
        if (width > 0 && (this.#stale || Math.abs(width - this.#width) > 1)) this.#again();
      }

      #again() {
        this.#stale = true;
        return this.#draw();
      }

      #isDue() {
        return !this.isDisposed && this.#stale && this.#isNear && this.node.clientWidth > 0;
      }

      /** One drawing at a time; what comes meanwhile is drawn after it, the latest alone. */
      #draw() {
        this.#drawing ??= this.#drawWhileStale().finally(() => {
          this.#drawing = null;
          // asked for between the last look at it and here
          return this.#isDue() ? this.#draw() : undefined;
        });
        return this.#drawing;
      }

      async #drawWhileStale() {
        while (this.#isDue()) {
          this.#stale = false;
          if (!window.mml.canDraw(this.#spec) && this.#picture) return;
          try {
            await this.#react(await load());
          } catch (error) {
            console.error(error);
            const why = window.mml.onTiles(this.#spec)
              ? "its map has tiles, which come from a network"
              : error.message;
            this.#say(`This figure could not be drawn: ${why}`);
          }
        }
      }

      async #react(Plotly) {
        if (this.isDisposed) return;
        this.#plotly = Plotly;
        const isNew = this.#live === null;
        this.#live ??= this.#open();
        this.#width = this.node.clientWidth;
        this.#live.setAttribute("aria-label", this.#alt);
        // Plotly writes into what it is given, and this is what the notebook stores
        const { data, layout = {}, frames, config } = structuredClone(this.#spec);
        const dressed = window.mml.dress(this.node, { data, layout, frames });
        await Plotly.react(this.#live, {
          ...dressed,
          config: { ...config, responsive: false },
        });
        if (this.isDisposed) return; // and another has taken over what is drawn
        if (isNew) this.#watchContext();
        this.node.style.minHeight = "";
      }

      #watchContext() {
        this.#live.on("plotly_webglcontextlost", () => this.#clear());
      }

      /** Room for Plotly, in place of what stood there. */
      #open() {
        const live = document.createElement("div");
        live.setAttribute("role", "group");
        window.mml.passWheel(live);
        this.node.replaceChildren(live);
        return live;
      }

      /** Gives up what is drawn: browsers have room for few figures in space at once. */
      #clear() {
        if (!this.#live) return;
        const height = this.#live.offsetHeight;
        this.#purge();
        this.#stale = true;
        this.node.replaceChildren();
        this.#hold();
        this.node.style.minHeight = `${height}px`;
      }

      /** Says something below the stored picture, if there is one. */
      #say(text) {
        const line = document.createElement("p");
        line.textContent = text;
        this.#purge();
        this.node.replaceChildren();
        this.#hold();
        this.node.append(line);
      }

      #purge() {
        if (this.#live) this.#plotly.purge(this.#live);
        this.#live = null;
      }

      dispose() {
        if (this.isDisposed) return;
        near.unobserve(this.node);
        sizes.unobserve(this.node);
        this.#themes.disconnect();
        if (this.#live) leave({ plotly: this.#plotly, live: this.#live, area: this.#area });
        this.#live = null;
        super.dispose();
      }
    };
})();
