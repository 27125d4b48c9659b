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
  const read = async () => {
    await Promise.all([load("minisearch.js"), load("search-index.js")]);
    const { pages, options, index } = window.courseSearch;
    const tools = { tokenize: window.mml.termsOf, processTerm: (term) => term };
    return { pages, index: await window.MiniSearch.loadJSAsync(index, { ...options, ...tools }) };
  };
  let ready = null;
  const open = () => {
    ready ??= read();
    return ready;
  };

  /** Tells those who hear the page, and those who see it where there is nothing else to see. */
  const say = (text, toAll = false) => {
    status.textContent = text;
    status.classList.toggle("told", toAll);
  };

  let active = -1;
  const options = () => [...list.children];
  const activate = (i) => {
    const all = options();
    if (list.hidden || all.length === 0) return;
    active = (i + all.length) % all.length;
    all.forEach((option, j) => {
      option.setAttribute("aria-selected", String(j === active));
    });
    all[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[active].id);
  };
  const isOpen = () => !list.hidden || status.classList.contains("told");
  const close = () => {
    list.hidden = true;
    say("");
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const show = async () => {
    const words = input.value.trim();
    if (words === "") return close();
    let found;
    try {
      const course = await open();
      if (words !== input.value.trim()) return undefined;
      found = window.mml.find(course, words);
    } catch (error) {
      console.error(error);
      return say("The search did not load. Is the page in its site?", true);
    }
    close();
    list.replaceChildren(...found.map((hit, i) => window.mml.optionOf(hit, i, own.dataset.root)));
    list.hidden = found.length === 0;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    const asked = words.length > 40 ? `${words.slice(0, 40)}…` : words;
    if (found.length > 0) say(`${found.length} found`);
    else say(`Nothing found for “${asked}”. Try fewer words, or another spelling.`, true);
    return undefined;
  };

  let shown = null;
  const renew = () => {
    shown = show();
    return shown;
  };
  /** The letters are there before what they find. */
  const enter = async () => {
    await (shown ?? renew());
    if (!list.hidden) options()[Math.max(active, 0)]?.click();
  };
  const KEYS = {
    ArrowDown: async () => {
      if (list.hidden) await renew();
      activate(active + 1);
    },
    ArrowUp: () => activate(Math.max(active, 0) - 1),
    Home: () => activate(0),
    End: () => activate(-1),
    Enter: enter,
    Escape: close,
  };
  /** Home and End are for the words until one has gone down into the list; Escape empties what is closed. */
  const isMeant = {
    Home: () => active >= 0,
    End: () => active >= 0,
    Escape: isOpen,
  };

  input.addEventListener("focus", () => open().catch(() => undefined), { once: true });
  input.addEventListener("input", renew);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || !Object.hasOwn(KEYS, event.key)) return;
    if (isMeant[event.key]?.() === false) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  // A line of input would join the words of two lines.
  input.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = input;
    input.setRangeText(text.trim().replace(/\s+/g, " "), selectionStart, selectionEnd, "end");
    renew();
  });
  input.form.addEventListener("submit", (event) => event.preventDefault());
  input.form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!input.form.contains(relatedTarget)) close();
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable], .live")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
})();
