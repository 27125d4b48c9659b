import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { putSettings } from "../common/settings";
import { contentsHtml } from "./around/contents";
import { katexScript, lateScript, pageScript, themeScript } from "./assets";
import { hashOf, ownPolicy, packed, pageHtml } from "./page";
import { inlineStyle } from "./styles";

const read = (...parts: string[]) => readFileSync(join(__dirname, ...parts), "utf8");

/** What the template asks of the notebook before it begins. */
const SETTINGS = `{%- set title = (nb | mml_title) or resources.metadata.name -%}
{%- set late = nb | mml_scripts -%}
{%- set scripts = ["theme.js", "page.js"] + late -%}
`;

/** The page around a notebook, with Jinja in the places of what a notebook brings. */
function pageTemplate(): string {
  const script = (name: string) => `<script>{{ ${name} | mml_static }}</script>`;
  const page = pageHtml(
    {
      page: "index.html",
      title: "{{ title | e }}",
      course: "{{ title | e }}",
      description: "",
      main: '{% include "body.html.j2" %}',
      contents: contentsHtml(""),
    },
    {
      site: false,
      policy: ownPolicy("{{ scripts | mml_script_sources }}"),
      head: ['<style>{{ "style.css" | mml_static }}</style>', script('"theme.js"')].join("\n"),
      foot: [
        "{% for name in late %}",
        '<script type="text/plain" id="script-{{ name }}">{{ name | mml_static }}</script>',
        "{% endfor %}",
        script('"page.js"'),
      ].join("\n"),
    },
  );
  return `${SETTINGS}${page}`;
}

/** A setting would come before `--template`, which a reader may type; a default comes after it. */
const NBCONVERT = `"""The course's page is what nbconvert makes of a notebook unless --template says otherwise."""

from nbconvert.exporters import HTMLExporter

HTMLExporter._template_name_default = lambda self: "mml"
`;

/** Python's site-packages of a virtual environment. */
function sitePackages(venv: string): string {
  const windows = join(venv, "Lib", "site-packages");
  if (existsSync(windows)) return windows;
  const lib = join(venv, "lib");
  const version = existsSync(lib) && readdirSync(lib).find((name) => /^python3\.\d+$/.test(name));
  if (!version) throw new Error(`${venv} is not a virtual environment: it has no lib/python3.*`);
  return join(lib, version, "site-packages");
}

/** Writes a file unless it holds this already, and never half of it. */
function put(file: string, content: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === content) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.half`, content);
  renameSync(`${file}.half`, file);
}

/**
 * Makes the course's template the one that JupyterLab's File → Export → HTML and `jupyter nbconvert`
 * use in a virtual environment. Does nothing where nothing has changed.
 *
 * @param venv - Folder of the virtual environment, with nbconvert in it.
 */
export function install(venv: string): void {
  const template = join(venv, "share", "jupyter", "nbconvert", "templates", "mml");
  for (const name of ["conf.json", "body.html.j2"]) {
    put(join(template, name), read("templates", "mml", name));
  }
  put(join(template, "index.html.j2"), pageTemplate());
  const files = join(template, "static");
  put(join(files, "style.css"), inlineStyle());
  const page = [katexScript(), read("client", "lab.js"), pageScript()].join("\n");
  for (const [name, script] of [
    ["theme.js", themeScript()],
    ["page.js", page],
  ] as const) {
    put(join(files, name), script);
    put(join(files, `${name}.hash`), hashOf(script));
  }
  const builds = ["cartesian", "gl3d", "geo-110m", "geo-50m", "strict"];
  for (const late of ["laws", ...builds.map((build) => `plotly-${build}`)]) {
    // the hash is that of the script, the file holds it packed: the same script packs differently elsewhere
    const script = lateScript(late);
    const hash = join(files, `${late}.hash`);
    if (existsSync(hash) && readFileSync(hash, "utf8") === hashOf(script)) continue;
    put(join(files, late), packed(script));
    put(hash, hashOf(script));
  }
  const module = readdirSync(join(__dirname, "python", "mml_export"));
  for (const name of module.filter((file) => /\.(py|json)$/.test(file))) {
    put(join(sitePackages(venv), "mml_export", name), read("python", "mml_export", name));
  }
  const filters = JSON.parse(read("python", "mml_export", "filters.json"));
  const etc = join(venv, "etc", "jupyter");
  putSettings(join(etc, "jupyter_server_config.json"), {
    HTMLExporter: { template_name: "mml", filters },
    SlidesExporter: { template_name: "reveal" },
  });
  putSettings(join(etc, "jupyter_nbconvert_config.json"), { HTMLExporter: { filters } });
  put(join(etc, "jupyter_nbconvert_config.py"), NBCONVERT);
}
