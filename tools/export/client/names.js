// Names of the library in code: signature and first sentence for who points at one or reaches it by keyboard.
(() => {
  const own = document.querySelector("script[data-assets]");
  if (!own) return;
  const card = document.createElement("div");
  card.id = "mml-name";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.body.append(card);

  let ready = null;
  const open = () => {
    ready ??= new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = `${own.dataset.assets}library.js?v=${own.dataset.version}`;
      script.onload = () => resolve(window.courseLibrary);
      script.onerror = () => resolve({});
      document.head.append(script);
    });
    return ready;
  };

  let shown = null;
  let timer = 0;
  const hide = () => {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
  };
  /** A line of code or text in the card. */
  const line = (tag, text) => {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  };
  /** Below the name, or above where there is no room; never over the edge. */
  const place = (link) => {
    const at = link.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const room = document.documentElement.clientWidth - width - 16;
    const below = at.bottom + 6;
    const top = below + height < innerHeight ? below : at.top - height - 6;
    card.style.left = `${Math.max(16, Math.min(at.left, room)) + scrollX}px`;
    card.style.top = `${Math.max(0, top) + scrollY}px`;
  };
  const show = async (link) => {
    const url = new URL(link.href);
    const told = (await open())[url.pathname.split("/").pop() + decodeURIComponent(url.hash)];
    if (!told || shown !== link) return;
    const [signature, said] = told;
    card.replaceChildren(line("code", signature), line("p", said));
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    place(link);
  };
  const turnTo = (link, wait) => {
    if (link === shown) return clearTimeout(timer);
    hide();
    shown = link;
    timer = setTimeout(show, wait, link);
    return undefined;
  };
  const nameAt = (target) => target.closest?.("article a.name");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = nameAt(event.target);
    if (link) turnTo(link, 120);
    else if (card.contains(event.target)) clearTimeout(timer);
    else if (shown && shown !== document.activeElement) {
      clearTimeout(timer);
      timer = setTimeout(hide, 250); // time to reach the card
    }
  });
  document.addEventListener("focusin", (event) => {
    const link = nameAt(event.target);
    if (link?.matches(":focus-visible")) turnTo(link, 0);
    else hide();
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("resize", hide);
})();
