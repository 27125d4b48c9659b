import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import vm from "node:vm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { extensionScript, installExtension } from "../../tools/lab/extension";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "labextensions "));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the extension of JupyterLab", () => {
  test("is installed with the script that its package.json names, a style, Plotly and coast lines", () => {
    installExtension(folder);
    const about = JSON.parse(readFileSync(join(folder, "mml-figures", "package.json"), "utf8"));
    const { load, mimeExtension } = about.jupyterlab._build;
    expect(about.jupyterlab.mimeExtension).toBe(true);
    expect(mimeExtension).toBe("./mimeExtension");
    expect(readFileSync(join(folder, "mml-figures", load), "utf8")).toBe(extensionScript());
    const files = readdirSync(join(folder, "mml-figures", "static")).sort();
    expect(files).toEqual(["coasts", load.replace("static/", ""), "plotly.js", "style.css"]);
    const coasts = readFileSync(join(folder, "mml-figures/static/coasts/world_110m.json"), "utf8");
    expect(JSON.parse(coasts).type).toBe("Topology");
  });

  test("takes the place of an older one, and leaves nothing half made", () => {
    installExtension(folder);
    writeFileSync(join(folder, "mml-figures", "static", "entry.old.js"), "");
    installExtension(folder);
    expect(existsSync(join(folder, "mml-figures", "static", "entry.old.js"))).toBe(false);
    expect(readdirSync(folder)).toEqual(["mml-figures"]);
  });

  test("gives JupyterLab one renderer, of Plotly's MIME type, made on its Widget", async () => {
    class Watch {
      observe(): void {}
    }
    class Widget {
      node = {};
      addClass(): void {}
    }
    const body = { dataset: {} };
    const element = () => ({ getContext: () => ({}) });
    const currentScript = { src: "http://localhost/lab/extensions/mml-figures/static/entry.js" };
    const window: Record<string, unknown> = {};
    vm.runInNewContext(extensionScript(), {
      window,
      URL,
      document: { body, currentScript, createElement: element, head: { append() {} } },
      matchMedia: () => ({ matches: false }),
      IntersectionObserver: Watch,
      ResizeObserver: Watch,
      MutationObserver: Watch,
    });
    const containers = window._JUPYTERLAB as Record<string, Container>;
    const container = containers["mml-figures"]!;
    await container.init({
      "@lumino/widgets": { "2.9.0": { get: async () => () => ({ Widget }) } },
    });
    const module = (await container.get("./mimeExtension"))();
    expect(module.__esModule).toBe(true);
    const { rendererFactory } = module.default;
    expect(rendererFactory.mimeTypes).toEqual(["application/vnd.plotly.v1+json"]);
    expect(rendererFactory.createRenderer()).toBeInstanceOf(Widget);
  });
});

interface Container {
  init(scope: object): void;
  get(name: string): Promise<
    () => {
      __esModule: boolean;
      default: { rendererFactory: { mimeTypes: string[]; createRenderer(): object } };
    }
  >;
}
