// A diagram of laws: the one that is chosen stands below it, with its arrows and a slider for each parameter.
(() => {
  const diagram = document.querySelector("figure.diagram");
  if (!diagram) return;
  const links = [...diagram.querySelectorAll("a.node")];
  const idOf = (link) => decodeURIComponent(link.getAttribute("href").slice(1));

  // ---- The arrows of a law stand out.
  let chosen = "";
  const mark = (id) => {
    for (const svg of diagram.querySelectorAll("svg")) svg.classList.toggle("some", id !== "");
    for (const { classList, dataset } of diagram.querySelectorAll("g.arrow"))
      classList.toggle("on", dataset.from === id || dataset.to === id);
  };

  // ---- Sliders, by the library's own code, which is loaded when a law is first chosen.
  const sliderFor = (name, [min, max, value, step], onInput) => {
    const label = document.createElement("label");
    const input = document.createElement("input");
    const output = document.createElement("output");
    Object.assign(input, { type: "range", min, max, step, value });
    output.value = input.value;
    input.addEventListener("input", () => {
      output.value = input.value;
      onInput();
    });
    label.append(`${name} `, input, output);
    return { label, input };
  };
  const withSliders = async (section) => {
    const figure = section.querySelector("figure.plot");
    const family = figure?.dataset.family;
    if (!family || section.querySelector(".sliders")) return;
    const box = document.createElement("div");
    box.className = "sliders";
    figure.before(box);
    await window.mml.load("laws");
    const draw = () => {
      const values = sliders.map(({ input }) => input.valueAsNumber);
      window.mml.exchange(figure, window.mml.drawFamily(family, values));
    };
    const sliders = Object.entries(window.mml.families[family].sliders).map(([name, range]) =>
      sliderFor(name, range, draw),
    );
    box.append(...sliders.map(({ label }) => label));
  };

  // ---- A section for each law: its heading and what follows, up to the next one, and its arrows.
  const isHead = (cell) => cell.querySelector(":scope > :is(h2, h3)");
  const stated = (id) =>
    [...document.querySelectorAll(`p > strong > a[href="#${CSS.escape(id)}"]`)].map((a) =>
      a.closest("p"),
    );
  const sectionOf = (id) => {
    const first = document.getElementById(id)?.closest(".cell");
    if (!first) return [];
    const cells = [first];
    for (let next = first.nextElementSibling; next && !isHead(next); next = next.nextElementSibling)
      cells.push(next);
    const section = document.createElement("section");
    section.className = "law";
    first.before(section);
    section.append(...cells);
    const list = document.createElement("ul");
    for (const p of new Set(stated(id))) {
      const item = document.createElement("li");
      item.append(...p.cloneNode(true).childNodes);
      for (const anchor of item.querySelectorAll("[id]")) anchor.removeAttribute("id");
      list.append(item);
    }
    section.append(list);
    return [[id, section]];
  };
  const sections = new Map([...new Set(links.map(idOf))].flatMap(sectionOf));
  if (sections.size === 0) return;

  const show = (id) => {
    for (const [other, section] of sections) section.hidden = other !== id;
    for (const link of links) {
      if (idOf(link) === id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    withSliders(sections.get(id)).catch((error) => console.error(error));
  };
  const choose = (id) => {
    chosen = id;
    mark(id);
    show(id);
  };
  /** Words that are read aloud when another law is chosen. */
  const said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
  diagram.append(said);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    const id = link && idOf(link);
    if (!sections.has(id) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.replaceState(null, "", `#${id}`);
    choose(id);
    const section = sections.get(id);
    said.textContent = `${section.querySelector("h3").firstChild.textContent.trim()} is shown below.`;
    section.scrollIntoView({ block: "nearest" });
  });
  window.addEventListener("hashchange", () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (sections.has(id)) choose(id);
  });
  for (const link of links) {
    for (const name of ["mouseenter", "focus"]) link.addEventListener(name, () => mark(idOf(link)));
    for (const name of ["mouseleave", "blur"]) link.addEventListener(name, () => mark(chosen));
  }
  const asked = decodeURIComponent(location.hash.slice(1));
  if (sections.has(asked)) {
    choose(asked);
    sections.get(asked).scrollIntoView();
  } else show([...sections.keys()][0]);
})();
