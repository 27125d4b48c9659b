/** What the kernel says of itself. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROTOCOL } from "./frames";

const ROOT = join(__dirname, "..", "..", "..", "..");

const versionOf = (file: string): string => JSON.parse(readFileSync(file, "utf8")).version;

/** The package.json of tslab's TypeScript, wherever npm has put it. */
const typescript = () =>
  require.resolve("@tslab/typescript-for-tslab/package.json", {
    paths: [require.resolve("tslab/package.json")],
  });

/** JupyterLab's Help menu: pages of the course, which it opens itself. */
const HELP_LINKS = [
  { text: "The course", url: "/lab/tree/README.md" },
  { text: "Notes", url: "/lab/tree/Notes" },
  { text: "Reference sheets", url: "/lab/tree/Resources/README.md" },
];

/** Content of a kernel_info_reply. */
export function kernelInfo(): Record<string, unknown> {
  const version = versionOf(typescript());
  return {
    status: "ok",
    protocol_version: PROTOCOL,
    implementation: "course",
    implementation_version: versionOf(join(ROOT, "package.json")),
    language_info: {
      name: "typescript",
      version,
      mimetype: "text/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      // by this name JupyterLab finds the grammar; "javascript" with options, as of old, is JavaScript to it
      codemirror_mode: "typescript",
      nbconvert_exporter: "script",
    },
    banner: `TypeScript ${version} on Node ${process.versions.node}`,
    debugger: false,
    supported_features: [],
    help_links: HELP_LINKS,
  };
}
