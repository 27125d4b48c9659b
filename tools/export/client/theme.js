// Runs before the page is drawn: the theme the reader chose, or else that of the system.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try {
    chosen = localStorage.getItem("theme");
  } catch {
    // Storage is closed to this page (a sandbox, a strict browser): the choice lasts for the visit.
  }
  const apply = () => {
    root.dataset.theme = chosen ?? (system.matches ? "dark" : "light");
    root.dispatchEvent(new Event("themechange"));
  };
  system.addEventListener("change", apply);
  root.classList.add("js");
  // What the scripts of the page share.
  window.mml = {
    // How the page looks, for the figures on it: is it dark, and which CSS variables hold its colours.
    page: {
      isDark: () => root.dataset.theme === "dark",
      ink: "--ink",
      quiet: "--quiet",
      rule: "--rule",
      raised: "--raised",
      paper: "--paper",
      sans: "--sans",
    },
    chooseTheme(theme) {
      chosen = theme;
      try {
        localStorage.setItem("theme", theme);
      } catch {
        // As above.
      }
      apply();
    },
  };
  apply();
})();
