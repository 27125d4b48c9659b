// The contents: a drawer on narrow screens, and a mark at the heading that is being read.
(() => {
  const nav = document.querySelector("#mml-course");
  const opener = document.querySelector("a.menu");
  if (!nav || !opener) return;
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
    if (root.classList.contains("contents-open")) nav.querySelector("a, summary")?.focus();
  });
  opener.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    opener.click();
  });
  nav.addEventListener("click", (event) => {
    if (event.target.closest("a")) set(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !root.classList.contains("contents-open")) return;
    set(false);
    opener.focus();
  });

  const links = new Map(
    [...nav.querySelectorAll(".headings a")].map((a) => [decodeURIComponent(a.hash.slice(1)), a]),
  );
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  let marked = null;
  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
    const link = links.get(passed.at(-1)?.id) ?? null;
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    marked = link;
  };
  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
  const current = nav.querySelector("[aria-current=page]");
  if (current) nav.scrollTop = current.offsetTop - nav.clientHeight / 3;
})();
