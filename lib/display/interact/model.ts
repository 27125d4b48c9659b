import type { Comm, KernelBridge } from "../render/bridge";

/** Jupyter's widget protocol: https://github.com/jupyter-widgets/ipywidgets/tree/main/packages/schema */
const [TARGET, CONTROL, PROTOCOL] = ["jupyter.widget", "jupyter.widget.control", "2.1.0"];

type State = Record<string, unknown>;

/** Packages of widgets in the page, by the versions whose models are written here. */
const VERSIONS = {
  "@jupyter-widgets/base": "2.0.0",
  "@jupyter-widgets/controls": "2.0.0",
  "@jupyter-widgets/output": "1.0.0",
} as const;

/** The model of a widget, of which the page shows views. Both sides may change its state. */
export class Model {
  private readonly comm: Comm;

  /**
   * Opens it in the page.
   *
   * @param state - All that is not the default.
   * @param onChange - Told of what the page changes.
   */
  constructor(
    kernel: KernelBridge,
    readonly id: string,
    readonly state: State,
    onChange: (changed: Readonly<State>) => void = () => {},
  ) {
    this.comm = kernel.openComm(
      TARGET,
      { state, buffer_paths: [] },
      {
        id,
        metadata: { version: PROTOCOL },
        onMessage: (data) => {
          const { method, state: changed = {} } = data as { method?: string; state?: State };
          if (method === "request_state") this.send(this.state);
          if (method !== "update") return;
          Object.assign(this.state, changed);
          onChange(changed);
        },
        onClose: () => opened(kernel).delete(id),
      },
    );
    opened(kernel).set(id, this);
  }

  /** Changes the state, here and in the page. */
  set(changed: State): void {
    Object.assign(this.state, changed);
    this.send(changed);
  }

  private send(state: State): void {
    this.comm.send({ method: "update", state, buffer_paths: [] });
  }
}

/** The names of a widget's model and view. */
export function classOf(
  module: keyof typeof VERSIONS,
  name: string,
  view: string | null = `${name}View`,
): State {
  const version = VERSIONS[module];
  return {
    _model_module: module,
    _model_module_version: version,
    _model_name: `${name}Model`,
    _view_module: view === "StyleView" ? "@jupyter-widgets/base" : module,
    _view_module_version: version,
    _view_name: view,
  };
}

/** How one model's state refers to another. */
export const reference = ({ id }: Model): string => `IPY_MODEL_${id}`;

const models = new WeakMap<KernelBridge, Map<string, Model>>();

/**
 * The models that are open. A page that is loaded anew asks for all of them at once over a comm of its
 * own, and shows their views again.
 */
function opened(kernel: KernelBridge): Map<string, Model> {
  const known = models.get(kernel);
  if (known) return known;
  const open = new Map<string, Model>();
  models.set(kernel, open);
  kernel.registerTarget(CONTROL, (comm) => ({
    onMessage: (data) => {
      if ((data as { method?: string }).method !== "request_states") return;
      const states = Object.fromEntries(
        Array.from(open, ([id, { state }]) => [
          id,
          {
            model_name: state._model_name,
            model_module: state._model_module,
            model_module_version: state._model_module_version,
            state,
          },
        ]),
      );
      comm.send({ method: "update_states", states, buffer_paths: [] });
    },
  }));
  return open;
}
