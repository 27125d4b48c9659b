// A card beside a link that tells what it leads to, for who points at it, taps it or reaches it by keyboard.
(() => {
  const main = document.querySelector("main");
  if (!main) return;
  const card = document.createElement("div");
  card.id = "mml-card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  main.append(card);

  /** Which links have a card, what it says of one (elements, or nothing), and how it looks. */
  const kinds = [];
  const linkAt = (target) => target.closest?.(kinds.map(({ selector }) => selector).join(", "));
  const kindOf = (link) => kinds.find(({ selector }) => link.matches(selector));

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
  /** Below the link, or above where there is no room; never over the edge. */
  const place = (link) => {
    const at = [...link.getClientRects()].at(-1);
    const { offsetWidth: width, offsetHeight: height } = card;
    const room = document.documentElement.clientWidth - width - 16;
    const below = at.bottom + 6;
    const top = below + height < innerHeight ? below : at.top - height - 6;
    card.style.left = `${Math.max(16, Math.min(at.left, room)) + scrollX}px`;
    card.style.top = `${Math.max(0, top) + scrollY}px`;
  };
  /** Whether there was anything to show. */
  const show = async (link, more = []) => {
    const { told, look } = kindOf(link);
    const lines = await told(link);
    if (shown !== link) return true;
    if (!lines) return false;
    card.className = look;
    card.replaceChildren(...lines, ...more);
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    place(link);
    return true;
  };
  const turnTo = (link, wait) => {
    stay();
    if (link === shown) return;
    hide();
    shown = link;
    coming = setTimeout(() => show(link), wait);
  };

  /** A line of code or text for a card. */
  window.mml.cardLine = (tag, text) => {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  };
  /** Gives links a card; by a finger it is asked for where the first tap shows it. */
  window.mml.tellOf = (selector, told, { look = "", byTap = true } = {}) =>
    kinds.push({ selector, told, look, byTap });

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = linkAt(event.target);
    if (link) turnTo(link, 120);
    else if (card.contains(event.target)) stay();
    else if (shown && !(byKeys && shown === document.activeElement)) {
      stay();
      going = setTimeout(hide, 250); // time to reach the card
    }
  });
  const again = () => {
    const line = window.mml.cardLine("p", "Tap again to go there.");
    line.className = "again";
    return line;
  };
  // A finger has nothing to point with: it first asks what the link leads to, then follows it.
  document.addEventListener("click", async (event) => {
    const link = linkAt(event.target);
    if (!link && !card.contains(event.target)) hide();
    if (!link || link === shown || event.pointerType !== "touch" || !kindOf(link).byTap) return;
    event.preventDefault();
    hide();
    shown = link;
    if (!(await show(link, link.href ? [again()] : []))) link.click();
  });
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event.target);
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
