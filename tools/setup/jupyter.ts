/** Settings of JupyterLab and nbconvert, in the project's own environment and nowhere else. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow, hashFiles, writeWhole } from "../common/files";
import { ROOT, VENV } from "../common/project";
import { putSettings, type Settings } from "../common/settings";
import { install } from "../export/install";
import { installExtension, PLOTLY } from "../lab/extension";
import { KERNEL } from "./kernel";
import type { Step } from "./step";

const OVERRIDES = join(VENV, "share", "jupyter", "lab", "settings", "overrides.json");
const LAB = join(VENV, "etc", "jupyter", "labconfig", "page_config.json");
const EXTENSIONS = join(VENV, "share", "jupyter", "labextensions");
const SERVER = join(VENV, "etc", "jupyter", "jupyter_server_config.json");

const overrides = {
  // Markdown opens as a page to read; the course starts at its README.
  "@jupyterlab/docmanager-extension:plugin": { defaultViewers: { markdown: "Markdown Preview" } },
  // A notebook that is opened again, without the kernel that it was run in, shows its controls and what
  // they drew last. (One of somebody else's, which is not trusted, shows figures with Plotly's slider.)
  "@jupyter-widgets/jupyterlab-manager:plugin": { saveState: true },
  // No question about news, no look-up of versions: nothing leaves the machine.
  "@jupyterlab/apputils-extension:notification": {
    fetchNews: "false",
    checkForUpdates: false,
    doNotDisturbMode: true,
  },
};

// JupyterLab's dialogs sort kernels by name and offer the first, which would be Python's. The Python
// here runs JupyterLab and has none of the packages one would want in a notebook, so it is not offered.
const server: Settings = {
  MultiKernelManager: { default_kernel_name: KERNEL },
  KernelSpecManager: { allowed_kernelspecs: [KERNEL] },
};

// Another renderer of figures, as one installed for the whole machine, would draw in place of ours.
const lab: Settings = { disabledExtensions: { "@jupyterlab/plotly-extension": true } };

export const jupyter: Step = {
  name: "jupyter",
  title: "settings of JupyterLab, its figures, and the export template",
  key: () => {
    const sources = ["export", "lab"].flatMap((name) => filesBelow(join(ROOT, "tools", name)));
    const made = [...sources, join(ROOT, "tools", "figures", "globe.ts"), PLOTLY];
    return `${JSON.stringify([overrides, server, lab])} ${hashFiles(made)}`;
  },
  outputs: [OVERRIDES, SERVER, LAB],
  work: () => {
    install(VENV);
    installExtension(EXTENSIONS);
    putSettings(SERVER, server);
    putSettings(LAB, lab);
    mkdirSync(dirname(OVERRIDES), { recursive: true });
    writeWhole(OVERRIDES, `${JSON.stringify(overrides, null, 2)}\n`);
  },
};
