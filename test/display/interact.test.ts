import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { checkbox, choice, slider } from "../../lib/display/controls";
import { interact } from "../../lib/display/interact";
import * as plot from "../../lib/display/plot";
import { progress } from "../../lib/display/progress";
import { show } from "../../lib/display/show";
import { type FakeKernel, fakeBridge, type OpenComm, removeBridge } from "./bridge";
import { printed } from "./output";

const VIEW = "application/vnd.jupyter.widget-view+json";
const FIGURE = "application/vnd.plotly.v1+json";

let kernel: FakeKernel;
beforeEach(() => {
  kernel = fakeBridge();
});
afterEach(removeBridge);

const line = (y: number, more: plot.LineOptions = {}) => plot.line([0, 1], [0, y], more);

/** The models that were opened, by the names of their classes. */
const comm = (model: string): OpenComm =>
  kernel.comms.find(({ data }) => data.state._model_name === model)!;

/** The page changes a widget's state. */
const set = (model: string, state: object) =>
  comm(model).options.onMessage?.({ method: "update", state, buffer_paths: [] });

interface Shown {
  output_type: string;
  data: Record<string, never>;
  evalue?: string;
}

/** What stands under the controls after each change. */
const drawings = (): Shown[][] =>
  comm("OutputModel").sent.map(
    (message) => (message as { state: { outputs: Shown[] } }).state.outputs,
  );
const texts = () => drawings().map((outputs) => outputs.map(({ data }) => data["text/plain"]));

describe("the widget in the page", () => {
  const controls = {
    theta: slider(0, 4, { step: 1 }),
    kind: choice(["a", "b"], { description: "which" }),
    on: checkbox(true),
  };

  test("is a column of controls and of what they draw, in Jupyter's protocol", () => {
    interact(controls, ({ theta }) => line(theta));
    for (const { target, options, data } of kernel.comms) {
      expect(target).toBe("jupyter.widget");
      expect(options.metadata).toEqual({ version: "2.1.0" });
      expect(data.state._model_module).toMatch(/^@jupyter-widgets\/(base|controls|output)$/);
    }
    expect(comm("IntSliderModel").data.state).toMatchObject({
      _model_module: "@jupyter-widgets/controls",
      _model_module_version: "2.0.0",
      _view_name: "IntSliderView",
      description: "theta",
      min: 0,
      max: 4,
      value: 2,
    });
    expect(comm("DropdownModel").data.state.description).toBe("which");
    const ids = ["IntSliderModel", "DropdownModel", "CheckboxModel", "OutputModel"].map(
      (name) => `IPY_MODEL_${comm(name).id}`,
    );
    expect(comm("VBoxModel").data.state.children).toEqual(ids);
    const [[bundle, options]] = kernel.shown;
    expect(kernel.shown).toHaveLength(1);
    expect(options).toEqual({});
    expect(bundle[VIEW]).toEqual({
      version_major: 2,
      version_minor: 0,
      model_id: comm("VBoxModel").id,
    });
  });

  test("opens each model before another refers to it, and before the display", () => {
    const open = new Set<string>();
    interact(controls, ({ theta }) => line(theta));
    for (const { id, data } of kernel.comms) {
      for (const [, wanted] of JSON.stringify(data).matchAll(/IPY_MODEL_(\w+)/g)) {
        expect(open).toContain(wanted);
      }
      open.add(id);
    }
  });

  test("has the figure of the start, and room for it", () => {
    interact(controls, ({ theta }) => line(theta, { height: 300 }));
    const { outputs, layout } = comm("OutputModel").data.state as {
      outputs: Shown[];
      layout: string;
    };
    expect(outputs).toHaveLength(1);
    expect(outputs[0].data[FIGURE]).toMatchObject({ data: [{ y: [0, 2] }] });
    const room = kernel.comms.find(({ id }) => layout === `IPY_MODEL_${id}`);
    expect(room?.data.state.min_height).toBe("300px");
  });

  test("draws anew with the values as they are set", () => {
    const seen: object[] = [];
    interact(controls, (values) => {
      seen.push(values);
      return line(values.theta);
    });
    seen.length = 0;
    set("IntSliderModel", { value: 3 });
    set("DropdownModel", { index: 1 });
    set("CheckboxModel", { value: false });
    expect(seen).toEqual([
      { theta: 3, kind: "a", on: true },
      { theta: 3, kind: "b", on: true },
      { theta: 3, kind: "b", on: false },
    ]);
    expect(drawings()[0][0].data[FIGURE]).toMatchObject({ data: [{ y: [0, 3] }] });
  });

  test("does not draw for what changes nothing", () => {
    interact(controls, ({ theta }) => line(theta));
    set("IntSliderModel", { value: 2 });
    set("IntSliderModel", { disabled: true });
    set("DropdownModel", { index: null });
    comm("IntSliderModel").options.onMessage?.({ method: "custom", content: {} });
    expect(drawings()).toEqual([]);
  });

  test("shows whatever show draws, and what is shown on the way", () => {
    interact({ n: slider(1, 9, { step: 1 }) }, ({ n }) => {
      show("first");
      for (const _ of progress(n, "loop"));
      if (n === 6) return [[n, 0]];
      return n === 7 ? "seven" : undefined;
    });
    set("IntSliderModel", { value: 6 });
    set("IntSliderModel", { value: 7 });
    set("IntSliderModel", { value: 8 });
    expect(texts()).toEqual([
      ["first", "loop: 6 of 6 done", "[ 6  0 ]"],
      ["first", "loop: 7 of 7 done", "seven"],
      ["first", "loop: 8 of 8 done"],
    ]);
    expect(kernel.shown).toHaveLength(1);
  });

  test("shows an error in place of the figure, and goes on at the next move", () => {
    interact({ n: slider(0, 4, { step: 1 }) }, ({ n }) => {
      if (n === 3) throw new RangeError("three");
      if (n === 4) throw "four";
      return n === 1 ? Math.sin : line(n);
    });
    for (const value of [3, 4, 1, 0]) set("IntSliderModel", { value });
    const [three, four, one, zero] = drawings().map(([output]) => output);
    expect(three).toEqual({
      output_type: "error",
      ename: "RangeError",
      evalue: "three",
      traceback: ["RangeError: three"],
    });
    expect(four.evalue).toBe('"four" (string)');
    expect(one.evalue).toBe("show: cannot draw a function");
    expect(zero.output_type).toBe("display_data");
  });

  test("of an async function draws one at a time, the latest values alone", async () => {
    const drawn: number[] = [];
    const waiting: (() => void)[] = [];
    let slow = false;
    await interact({ n: slider(0, 9, { step: 1 }) }, async ({ n }) => {
      if (slow) await new Promise<void>((go) => waiting.push(go));
      if (n === 9) throw new Error("nine");
      drawn.push(n);
      return line(n);
    });
    drawn.length = 0;
    slow = true;
    for (const value of [1, 2, 3]) set("IntSliderModel", { value });
    expect(waiting).toHaveLength(1);
    waiting[0]();
    await new Promise(setImmediate);
    expect(waiting).toHaveLength(2);
    waiting[1]();
    await new Promise(setImmediate);
    expect(drawn).toEqual([1, 3]);
    expect(drawings()).toHaveLength(2);
    set("IntSliderModel", { value: 9 });
    waiting[2]();
    await new Promise(setImmediate);
    expect(drawings()[2][0].evalue).toBe("nine");
  });

  test("tells a page that is loaded anew how it stands", () => {
    interact(controls, ({ theta }) => line(theta));
    set("IntSliderModel", { value: 3 });
    const sent: {
      method: string;
      states: Record<string, { state: object; model_name: string }>;
    }[] = [];
    const reply = { id: "c", send: (data: object) => sent.push(data as never), close: () => {} };
    kernel.targets.get("jupyter.widget.control")!(reply, {}).onMessage!({
      method: "request_states",
    });
    const [{ method, states }] = sent;
    expect(method).toBe("update_states");
    expect(Object.keys(states)).toEqual(kernel.comms.map(({ id }) => id));
    expect(states[comm("IntSliderModel").id]).toMatchObject({
      model_name: "IntSliderModel",
      model_module: "@jupyter-widgets/controls",
      model_module_version: "2.0.0",
      state: { value: 3 },
    });
    const output = states[comm("OutputModel").id].state as { outputs: Shown[] };
    expect(output.outputs[0].data[FIGURE]).toMatchObject({ data: [{ y: [0, 3] }] });
    comm("IntSliderModel").options.onMessage?.({ method: "request_state" });
    expect(comm("IntSliderModel").sent).toMatchObject([{ method: "update", state: { value: 3 } }]);
  });

  test("forgets a model that the page closes", () => {
    interact(controls, ({ theta }) => line(theta));
    comm("VBoxModel").options.onClose?.();
    const sent: { states: object }[] = [];
    const reply = { id: "c", send: (data: object) => sent.push(data as never), close: () => {} };
    kernel.targets.get("jupyter.widget.control")!(reply, {}).onMessage!({
      method: "request_states",
    });
    expect(Object.keys(sent[0].states)).not.toContain(comm("VBoxModel").id);
  });

  test("has the same names in every run, and others for each further widget", async () => {
    const ids = async () => {
      vi.resetModules(); // as in a kernel started afresh
      const fresh = await import("../../lib/display/interact.ts");
      const before = kernel.comms.length;
      for (let k = 0; k < 2; k++) fresh.interact(controls, ({ theta }) => line(theta));
      return kernel.comms.slice(before).map(({ id }) => id);
    };
    const [first, second] = [await ids(), await ids()];
    expect(first).toEqual(second);
    expect(new Set(first).size).toBe(first.length);
    for (const id of first) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe("what is stored", () => {
  const stored = () => kernel.shown[0][0];
  const spec = () => stored()[FIGURE] as plot.Figure;

  test("are the figures along the first slider, which stands at the start", () => {
    interact({ kind: choice(["a", "b"]), n: slider(0, 8, { step: 1, value: 6 }) }, ({ n, kind }) =>
      line(n, { title: `${kind}${n}` }),
    );
    const { data, frames, layout } = spec();
    expect(frames?.map(({ name }) => name)).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
    expect(frames?.[8].data[0].y).toEqual([0, 8]);
    expect(data[0].y).toEqual([0, 6]);
    expect(layout.title).toEqual({ text: "a6" });
    expect(layout.sliders).toMatchObject([{ active: 6, currentvalue: { prefix: "n = " } }]);
    expect(stored()["text/plain"]).toMatch(
      /A slider steps through 9 such figures, n = 0 to n = 8\.\n\(kind: a, b; n: 0 to 8\)$/,
    );
  });

  test("as many as are asked for", () => {
    let calls = 0;
    interact(
      { n: slider(0, 100) },
      ({ n }) => {
        calls++;
        return line(n);
      },
      { states: 4 },
    );
    expect(calls).toBe(4);
    expect(spec().frames).toHaveLength(4);
  });

  test("without a slider, those along the first control", () => {
    interact({ on: checkbox(true) }, ({ on }) => line(on ? 1 : 0));
    expect(spec().frames?.map(({ name }) => name)).toEqual(["off", "on"]);
    expect(spec().layout.sliders).toMatchObject([{ active: 1 }]);
  });

  test("values that cannot be drawn are left out", () => {
    interact({ n: slider(0, 4, { step: 1 }) }, ({ n }) => {
      if (n === 1) throw new Error("one");
      return line(n);
    });
    expect(spec().frames?.map(({ name }) => name)).toEqual(["0", "2", "3", "4"]);
    expect(spec().layout.sliders).toMatchObject([{ active: 1 }]);
  });

  test.each<[string, (n: number) => unknown]>([
    ["differ in number", (n) => (n === 2 ? line(n) : plot.layers(line(n), line(1)))],
    ["differ in kind", (n) => (n === 2 ? line(n) : plot.bar(["a", "b"], [n, 1]))],
    ["move themselves", (n) => plot.animate([line(n), line(0)])],
  ])("where traces %s, the figure of the start", (_, draw) => {
    interact({ n: slider(0, 4, { step: 1 }) }, ({ n }) => draw(n));
    expect(JSON.stringify(spec().data)).toBe(JSON.stringify((draw(2) as plot.Figure).data));
    expect(spec().layout.sliders).toEqual((draw(2) as plot.Figure).layout.sliders);
  });

  test("a figure of bare Plotly too", () => {
    interact({ n: slider(0, 2, { step: 1 }) }, ({ n }) => ({
      data: [{ type: "scatter", y: [n] }],
      layout: {},
    }));
    expect(spec().frames).toHaveLength(3);
    expect(spec().layout.height).toBe(495);
  });

  test("what is no figure as it is at the start, in all its types", () => {
    interact({ n: slider(0, 2, { step: 1 }) }, ({ n }) => [[n]]);
    expect(stored()["text/plain"]).toBe("[ 1 ]\n(n: 0 to 2)");
    expect(stored()["text/latex"]).toContain("bmatrix");
    expect(stored()[FIGURE]).toBe(undefined);
  });

  test("several things: the texts of all, and the figure along the slider", () => {
    interact({ n: slider(0, 2, { step: 1 }) }, ({ n }) => {
      show(`n is ${n}`);
      return line(n, { alt: "A line." });
    });
    expect(spec().frames).toHaveLength(3);
    const [first] = stored()["text/plain"].split("\n");
    expect(first).toMatch(/^\[Figure\] A line\./);
  });

  test("in a kernel without widgets, and in a script, there is nothing more", () => {
    removeBridge();
    const text = printed(() => {
      interact({ n: slider(0, 2, { step: 1 }) }, ({ n }) => [[n]]);
    });
    expect(text).toBe("[ 1 ]\n(n: 0 to 2)\n");
  });
});

describe("interact refuses", () => {
  test("an error at the start ends the cell", async () => {
    const fail = () => {
      throw new RangeError("no start");
    };
    expect(() => interact({ n: slider(0, 1) }, fail)).toThrow(new RangeError("no start"));
    await expect(interact({ n: slider(0, 1) }, async () => fail())).rejects.toThrow("no start");
    expect(kernel.comms).toEqual([]);
    expect(kernel.shown).toEqual([]);
  });

  test.each<[() => unknown, string]>([
    [() => interact({}, () => 1), "interact: controls must be an object of controls"],
    [() => interact(null as never, () => 1), "such as { theta: slider(0, 180) }, got null"],
    [
      () => interact({ n: 3 } as never, () => 1),
      "interact: controls.n must be a slider, a choice or a checkbox, got 3",
    ],
    [() => interact({ n: slider(0, 1) }, 3 as never), "interact: draw must be a function, got 3"],
    [
      () => interact({ n: slider(0, 1) }, () => 1, { frames: 3 } as never),
      'interact: options has no "frames"; known: states',
    ],
    [
      () => interact({ n: slider(0, 1) }, () => 1, { states: 0 }),
      "interact: states must be an integer ≥ 1, got 0",
    ],
  ])("%#", (run, message) => {
    expect(run).toThrow(message);
  });
});
