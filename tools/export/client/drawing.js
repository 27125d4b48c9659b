// A figure of the page: its still picture, and what Plotly draws in its place.
(() => {
  const CONFIG = {
    responsive: false, // the page tells it
    displaylogo: false,
    doubleClick: false, // takes it home, see below
    modeBarButtonsToRemove: ["select2d", "lasso2d"],
  };

  window.mml.Drawing = class {
    /** Whether what is shown is not what should be. */
    isStale = true;
    #spec = null;
    #Plotly = null;
    #live = null;
    #drawing = null;
    #width = 0;
    /** How it was drawn, before the reader changed anything. */
    #home = {};

    constructor(figure) {
      this.figure = figure;
      this.room = figure.querySelector(".drawing-room");
    }

    get spec() {
      this.#spec ??= JSON.parse(this.figure.querySelector("script").textContent);
      return this.#spec;
    }

    get isDrawing() {
      return this.#drawing !== null;
    }

    get hasStill() {
      return this.room.querySelector(".still") !== null;
    }

    /** Leaves room for the figure as it will be drawn, so that nothing moves when it is. */
    fit() {
      const width = this.room.clientWidth;
      // no width: it is folded away
      if (width === 0 || Math.abs(width - this.#width) <= 1) return;
      const isAsMade = this.#width === 0 && !window.mml.isNarrow(width);
      this.#width = width;
      if (isAsMade) return;
      this.figure.style.setProperty("--height", `${window.mml.heightOf(this.spec, width)}px`);
      this.outdate(true);
    }

    /** Another figure of the same size in its place, its title in the caption. */
    exchange({ alt, ...spec }) {
      const { title, ...layout } = spec.layout;
      const { height, margin } = this.spec.layout;
      this.#spec = { ...spec, layout: { ...layout, height, margin } };
      this.figure.dataset.alt = alt;
      this.#live?.setAttribute("aria-label", alt);
      const finding = this.figure.querySelector("figcaption .finding");
      if (finding) finding.textContent = title.text.replaceAll("<br>", " ");
      this.outdate(true);
    }

    /** It has to be drawn anew; until then the still picture stands for it, unless somebody looks. */
    outdate(isSeen) {
      this.isStale = true;
      if (this.#live && this.hasStill && !isSeen) this.figure.classList.remove("drawn");
    }

    /** Draws what is to be seen now; once, if it is asked for twice meanwhile. */
    draw() {
      this.#drawing ??= this.#draw().finally(() => {
        this.#drawing = null;
      });
      return this.#drawing;
    }

    async #draw() {
      this.isStale = false;
      // a page may fetch nothing, so its maps have no tiles
      const stays = !window.mml.canDraw(this.spec) || window.mml.onTiles(this.spec);
      if (stays && this.hasStill) return;
      this.#Plotly ??= await window.mml.plotly(this.figure.dataset.build);
      const dressed = window.mml.dress(this.room, this.spec);
      this.#home = structuredClone(dressed.layout);
      if (this.#live) await this.#drawAgain(dressed);
      else await this.#drawFirst(dressed);
      this.figure.classList.add("drawn");
    }

    async #drawFirst(dressed) {
      const live = this.#open();
      await this.#Plotly.newPlot(live, { ...dressed, config: { ...this.spec.config, ...CONFIG } });
      this.#live = live;
      const goHome = () => window.mml.goHome(this.#Plotly, live, this.#home);
      live.on("plotly_doubleclick", goHome);
      live.on("plotly_webglcontextlost", () => this.clear());
      window.mml.bindKeys(this.#Plotly, live, goHome);
      window.mml.bindToolbar(live);
      window.mml.steps.watch(live);
      window.mml.followFrames(this.figure, live, dressed.frames);
    }

    /** As before, but for what the reader has changed: the view is kept by Plotly, the step here. */
    #drawAgain({ data, layout, frames }) {
      window.mml.steps.stop(this.#Plotly, this.#live);
      const { _currentFrame, sliders } = this.#live._fullLayout;
      const at = frames?.find(({ name }) => name === _currentFrame);
      const merged = { data: [...data], layout: window.mml.merge(layout, at?.layout) };
      at?.data.forEach((trace, k) => {
        const index = at.traces?.[k] ?? k;
        merged.data[index] = window.mml.merge(data[index], trace);
      });
      if (at && sliders?.[0]) {
        merged.layout.sliders = [{ ...layout.sliders[0], active: sliders[0].active }];
      }
      return this.#Plotly.react(this.#live, { ...merged, frames });
    }

    #open() {
      const live = document.createElement("div");
      live.className = "live";
      live.tabIndex = 0;
      window.mml.passWheel(live);
      live.setAttribute("role", "group");
      live.setAttribute("aria-label", this.figure.dataset.alt);
      live.setAttribute("aria-describedby", "mml-figure-keys");
      this.room.append(live);
      return live;
    }

    /** Gives up what WebGL has drawn: browsers have room for few such figures at once. */
    leave() {
      if (this.#live && window.mml.byWebgl(this.spec) && this.hasStill) this.clear();
    }

    clear() {
      if (!this.#live) return;
      window.mml.steps.stop(this.#Plotly, this.#live);
      this.#Plotly.purge(this.#live);
      this.#live.remove();
      this.#live = null;
      this.figure.classList.remove("drawn");
      this.isStale = true;
    }
  };
})();
