// The contents: a drawer on narrow screens, and a mark at the section that is being read.
(() => {
  const side = document.querySelector("#mml-side");
  const opener = document.querySelector("a.menu");
  if (!side || !opener) return;
  const root = document.documentElement;
  const set = (open) => {
    root.classList.toggle("contents-open", open);
    opener.setAttribute("aria-expanded", String(open));
  };
  opener.setAttribute("role", "button");
  set(false);
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    set(!root.classList.contains("contents-open"));
    if (root.classList.contains("contents-open")) side.querySelector("a, summary")?.focus();
  });
  opener.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    opener.click();
  });
  side.addEventListener("click", (event) => {
    if (event.target.closest("a")) set(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !root.classList.contains("contents-open")) return;
    set(false);
    opener.focus();
  });

  // ---- A list that scrolls shows where in it one is.
  const reveal = (link) => {
    const list = link.closest("#mml-page, #mml-course, #mml-side");
    const scroller = list.scrollHeight > list.clientHeight ? list : side;
    const room = scroller.getBoundingClientRect();
    const { top, bottom } = link.getBoundingClientRect();
    if (top >= room.top && bottom <= room.bottom) return;
    scroller.scrollTop += (top + bottom - room.top - room.bottom) / 2;
  };
  const current = side.querySelector("[aria-current=page]");
  if (current) reveal(current);

  // ---- The mark.
  const links = new Map(
    [...side.querySelectorAll(".headings a")].map((a) => [decodeURIComponent(a.hash.slice(1)), a]),
  );
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  if (headings.length === 0) return;
  let marked = null;
  const mark = (link) => {
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    for (const item of side.querySelectorAll(".headings li.here")) item.classList.remove("here");
    link?.setAttribute("aria-current", "location");
    link?.closest(".headings > li").classList.add("here");
    marked = link;
    if (link) reveal(link);
  };

  // Read is what has passed a line: near the top of the window, but on the page's last screen it sinks
  // to the bottom, so that sections too short to reach the top have their turn as well.
  const READING = 120;
  const lineNow = () => {
    const { scrollHeight } = root;
    const left = scrollHeight - innerHeight - scrollY;
    const sunk = Math.max(0, 1 - left / innerHeight);
    return READING + (innerHeight - READING) * (scrollHeight > innerHeight ? sunk : 0);
  };
  // Who follows a link has said what is being read, until the page is moved by hand.
  const aimed = () => links.get(decodeURIComponent(location.hash.slice(1)));
  let aim = aimed() ?? null;
  const follow = () => {
    if (aim) return mark(aim);
    const line = lineNow();
    const isPassed = (heading) =>
      heading.getClientRects().length > 0 && heading.getBoundingClientRect().top < line;
    const passed = headings.filter(isPassed); // one that is folded away is read by nobody
    mark(links.get(passed.at(-1)?.id) ?? null);
  };
  addEventListener("hashchange", () => {
    aim = aimed() ?? null;
    follow();
  });
  const release = () => {
    aim = null;
  };
  for (const by of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(by, release, { passive: true });
  }
  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        follow();
      });
    },
    { passive: true },
  );
  follow();
})();
