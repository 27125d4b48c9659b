// Search over the whole course. The index comes as a script, for pages opened from a disk may not fetch.
(() => {
  const own = document.querySelector("script[data-assets]");
  const input = document.querySelector("#mml-search");
  const list = document.querySelector("#mml-found");
  const status = document.querySelector(".search .status");
  if (!own || !input || !list) return;

  const load = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${own.dataset.assets}${name}?v=${own.dataset.version}`;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${name} did not load`));
      document.head.append(script);
    });
  let ready = null;
  const open = () => {
    ready ??= Promise.all([load("minisearch.js"), load("search-index.js")]).then(() =>
      window.MiniSearch.loadJS(window.courseSearch.index, window.courseSearch.options),
    );
    return ready;
  };

  const find = (index, words) => {
    const options = {
      boost: { h: 3, p: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    };
    const all = index.search(words, { ...options, combineWith: "AND" });
    const found = all.length > 0 ? all : index.search(words, options);
    // The entry of a function comes before what is told about the like of it.
    const isNamed = ({ n }) => n?.split(" ").includes(words.toLowerCase());
    return [...found.filter(isNamed), ...found.filter((hit) => !isNamed(hit))].slice(0, 12);
  };

  // The words around the first that was found, with all that were found marked.
  const excerpt = (text, terms) => {
    const p = document.createElement("p");
    const lower = text.toLowerCase();
    const places = terms.map((term) => lower.indexOf(term)).filter((at) => at >= 0);
    const from = Math.max(0, (places.length > 0 ? Math.min(...places) : 0) - 50);
    const start = from === 0 ? 0 : text.indexOf(" ", from) + 1;
    const shown = text.slice(start, start + 160);
    const escaped = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const parts =
      escaped.length > 0 ? shown.split(new RegExp(`(${escaped.join("|")})`, "i")) : [shown];
    if (start > 0) p.append("… ");
    parts.forEach((part, i) => {
      const piece = i % 2 === 0 ? part : document.createElement("mark");
      if (piece !== part) piece.textContent = part;
      p.append(piece);
    });
    if (start + 160 < text.length) p.append(" …");
    return p;
  };

  let active = -1;
  const options = () => [...list.children];
  const activate = (i) => {
    const all = options();
    if (all.length === 0) return;
    active = (i + all.length) % all.length;
    all.forEach((option, j) => {
      option.setAttribute("aria-selected", String(j === active));
    });
    all[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[active].id);
  };
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const show = async () => {
    const words = input.value.trim();
    if (words === "") {
      status.textContent = "";
      return close();
    }
    const index = await open();
    if (words !== input.value.trim()) return undefined;
    const found = find(index, words);
    list.replaceChildren(
      ...found.map((hit, i) => {
        const option = document.createElement("a");
        option.id = `mml-found-${i}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.tabIndex = -1;
        option.href = own.dataset.root + hit.u;
        const title = document.createElement("strong");
        title.textContent = hit.h ? `${hit.p} › ${hit.h}` : hit.p;
        option.append(title, excerpt(hit.t, hit.terms));
        return option;
      }),
    );
    active = -1;
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = found.length === 0 ? "Nothing found" : `${found.length} found`;
    return undefined;
  };

  input.addEventListener("focus", open, { once: true });
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") activate(active + 1);
    else if (event.key === "ArrowUp") activate(active - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter") options()[Math.max(active, 0)]?.click();
    else return;
    if (event.key !== "Escape") event.preventDefault();
  });
  input.form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) close();
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, .live")) return;
    event.preventDefault();
    input.focus();
  });
})();
