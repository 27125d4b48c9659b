// The button that turns the page dark and light.
(() => {
  const root = document.documentElement;
  const button = document.querySelector("button.theme");
  if (!button) return;
  const show = () => {
    button.setAttribute("aria-pressed", String(root.dataset.theme === "dark"));
  };
  root.addEventListener("themechange", show);
  button.addEventListener("click", () => {
    const next = root.dataset.theme === "dark" ? "light" : "dark";
    window.mml.changeAll(() => window.mml.chooseTheme(next));
  });
  show();
})();
