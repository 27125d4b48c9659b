/** The environment in which Jupyter's programs run: the project's own, with nothing of the user's home. */
import { join } from "node:path";
import { CACHE } from "./project";

const home = join(CACHE, "jupyter");

export const jupyterEnv: NodeJS.ProcessEnv = {
  ...process.env,
  JUPYTER_CONFIG_DIR: join(home, "config"),
  JUPYTER_DATA_DIR: join(home, "data"),
  JUPYTER_RUNTIME_DIR: join(home, "runtime"),
  JUPYTERLAB_SETTINGS_DIR: join(home, "lab", "settings"),
  JUPYTERLAB_WORKSPACES_DIR: join(home, "lab", "workspaces"),
  IPYTHONDIR: join(home, "ipython"),
  // kernels and settings of .venv come before any other
  JUPYTER_PREFER_ENV_PATH: "1",
  PYTHONNOUSERSITE: "1",
};
