// How JupyterLab looks now, for the figures in it.
window.mml = {
  page: {
    isDark: () => document.body.dataset.jpThemeLight === "false",
    ink: "--jp-content-font-color1",
    quiet: "--jp-content-font-color2",
    rule: "--jp-border-color2",
    raised: "--jp-layout-color2",
    paper: "--jp-layout-color0",
    sans: "--jp-content-font-family",
  },
};
