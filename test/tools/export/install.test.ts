import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { install } from "../../../tools/export/install";
import { scratch } from "./course";

const { folder, remove } = scratch();
afterAll(remove);
const venv = join(folder, "venv");
const config = join(venv, "etc", "jupyter", "jupyter_server_config.json");

const times = () =>
  (readdirSync(venv, { recursive: true, encoding: "utf8" }) as string[])
    .filter((path) => statSync(join(venv, path)).isFile())
    .map((path) => [path, statSync(join(venv, path)).mtimeMs]);

test("installs template, scripts and settings, leaves other settings, and writes nothing twice", () => {
  mkdirSync(join(venv, "lib", "python3.12", "site-packages"), { recursive: true });
  mkdirSync(join(venv, "etc", "jupyter"), { recursive: true });
  writeFileSync(
    config,
    JSON.stringify({ ServerApp: { ip: "localhost" }, HTMLExporter: { theme: "dark" } }),
  );
  install(venv);
  expect(JSON.parse(readFileSync(config, "utf8"))).toMatchObject({
    ServerApp: { ip: "localhost" },
    HTMLExporter: {
      theme: "dark",
      template_name: "mml",
      filters: {
        mml_markdown: "mml_export.texts.markdown_output",
        mml_figure: "mml_export.figures.figure",
      },
    },
  });
  // a setting would come before a reader's --template, so nbconvert has a default instead
  const nbconvert = join(venv, "etc", "jupyter", "jupyter_nbconvert_config");
  expect(readFileSync(`${nbconvert}.json`, "utf8")).not.toContain("template_name");
  expect(readFileSync(`${nbconvert}.py`, "utf8")).toContain('lambda self: "mml"');
  const template = join(venv, "share", "jupyter", "nbconvert", "templates", "mml");
  expect(readdirSync(template).sort()).toEqual([
    "body.html.j2",
    "conf.json",
    "index.html.j2",
    "static",
  ]);
  const page = readFileSync(join(template, "index.html.j2"), "utf8");
  expect(page).toContain('{% include "body.html.j2" %}');
  expect(page).not.toMatch(/https?:\/\//);
  expect(readFileSync(join(template, "static", "style.css"), "utf8")).not.toMatch(/url\((?!data:)/);
  const before = times();
  install(venv);
  expect(times()).toEqual(before);
});

test("says what is wrong with a folder that is no virtual environment", () => {
  expect(() => install(join(folder, "none"))).toThrow(/is not a virtual environment/);
});
