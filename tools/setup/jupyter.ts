/** Settings of JupyterLab and nbconvert, in the project's own environment and nowhere else. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow, hashFiles, writeWhole } from "../common/files";
import { ROOT, VENV } from "../common/project";
import { install } from "../export/install";
import type { Step } from "./step";

const OVERRIDES = join(VENV, "share", "jupyter", "lab", "settings", "overrides.json");

const overrides = {
  // Markdown opens as a page to read; the course starts at its README.
  "@jupyterlab/docmanager-extension:plugin": { defaultViewers: { markdown: "Markdown Preview" } },
  // No question about news, no look-up of versions: nothing leaves the machine.
  "@jupyterlab/apputils-extension:notification": {
    fetchNews: "false",
    checkForUpdates: false,
    doNotDisturbMode: true,
  },
};

export const jupyter: Step = {
  name: "jupyter",
  title: "settings of JupyterLab and the export template",
  key: () => `${JSON.stringify(overrides)} ${hashFiles(filesBelow(join(ROOT, "tools", "export")))}`,
  outputs: [OVERRIDES],
  work: () => {
    install(VENV);
    mkdirSync(dirname(OVERRIDES), { recursive: true });
    writeWhole(OVERRIDES, `${JSON.stringify(overrides, null, 2)}\n`);
  },
};
