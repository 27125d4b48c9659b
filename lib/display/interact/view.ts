import type { Bundle, KernelBridge } from "../render/bridge";
import type { Control, Controls } from "./control";
import { classOf, Model, reference } from "./model";
import { FIGURE, type Outputs, outputsOf } from "./outputs";

/** The height of a figure that has none of its own, as the page draws it. */
const HEIGHT = 360;

/** Room for what is drawn, so that the page below does not jump while it is drawn anew. */
function roomFor(bundles: readonly Bundle[]): string {
  const heights = bundles.map((bundle) => {
    const figure = bundle[FIGURE] as { layout: { height?: number } } | undefined;
    return figure ? (figure.layout.height ?? HEIGHT) : 0;
  });
  return `${heights.reduce((sum, height) => sum + height, 0)}px`;
}

/** A widget in the page: the controls one below the other, and what is drawn below them. */
export interface View {
  /** The model of the whole, which a display refers to. */
  id: string;
  put(outputs: Outputs): void;
}

/**
 * Opens the models of controls and of what they draw.
 *
 * @param idOf - The id of each part by its name.
 * @param first - What is drawn at the start.
 * @param onChange - Told of every value that the reader sets.
 */
export function openView(
  kernel: KernelBridge,
  controls: Controls,
  idOf: (part: string) => string,
  first: readonly Bundle[],
  onChange: (name: string, value: unknown) => void,
): View {
  const open = (part: string, state: object, changed?: (state: object) => void) =>
    new Model(kernel, idOf(part), { ...state }, changed);
  const layout = (part: string, state: object) =>
    reference(open(part, { ...classOf("@jupyter-widgets/base", "Layout"), ...state }));
  const names = Object.entries(controls).map(
    ([name, { description = name }]) => [name, description] as const,
  );
  const wide = layout("layout", { width: "32em", max_width: "100%" });
  const longest = Math.max(...names.map(([, description]) => description.length));
  const description_width = `${Math.min(Math.max(longest, 4), 30)}ch`;
  const rows = names.map(([name, description]) => {
    const control: Control<unknown> = controls[name];
    const { name: kind, style, state } = control.model();
    const styled = {
      ...classOf("@jupyter-widgets/controls", style, "StyleView"),
      description_width,
    };
    const model = {
      ...classOf("@jupyter-widgets/controls", kind),
      ...state,
      description,
      layout: wide,
      style: reference(open(`style ${name}`, styled)),
    };
    return open(`control ${name}`, model, (changed) => {
      const value = control.read(changed as Record<string, unknown>);
      if (value !== undefined) onChange(name, value);
    });
  });
  const output = open("output", {
    ...classOf("@jupyter-widgets/output", "Output"),
    layout: layout("room", { min_height: roomFor(first) }),
    outputs: outputsOf(first),
  });
  const box = open("box", {
    ...classOf("@jupyter-widgets/controls", "VBox"),
    children: [...rows, output].map(reference),
    layout: layout("whole", {}),
  });
  return { id: box.id, put: (outputs) => output.set({ outputs }) };
}
