// Names of the library in code: signature and first sentence for who points at one or reaches it by keyboard.
(() => {
  const own = document.querySelector("script[data-assets]");
  if (!own) return;
  const card = document.createElement("div");
  card.id = "mml-name";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.querySelector("main").append(card);

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
  let byKeys = false;
  let coming = 0;
  let going = 0;
  const stay = () => clearTimeout(going);
  const hide = () => {
    clearTimeout(coming);
    stay();
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
    card.replaceChildren(...(signature ? [line("code", signature)] : []), line("p", said));
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    place(link);
  };
  const turnTo = (link, wait) => {
    stay();
    if (link === shown) return;
    hide();
    shown = link;
    coming = setTimeout(show, wait, link);
  };
  const nameAt = (target) => target.closest?.("article a.name");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = nameAt(event.target);
    if (link) turnTo(link, 120);
    else if (card.contains(event.target)) stay();
    else if (shown && !(byKeys && shown === document.activeElement)) {
      stay();
      going = setTimeout(hide, 250); // time to reach the card
    }
  });
  document.addEventListener("focusin", (event) => {
    const link = nameAt(event.target);
    // a link that leads to a name moves the focus there too, and then asks for nothing
    if (link && byKeys) turnTo(link, 0);
    else hide();
  });
  document.addEventListener("pointerdown", () => {
    byKeys = false;
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    byKeys = event.key === "Tab";
    if (event.key === "Escape") hide();
  });
  addEventListener("resize", hide);
})();
