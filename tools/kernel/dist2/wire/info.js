"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.kernelInfo = kernelInfo;
/** What the kernel says of itself. */
const node_fs_1 = require("node:fs");
const node_path_1 = require("node:path");
const frames_1 = require("./frames");
const ROOT = (0, node_path_1.join)(__dirname, "..", "..", "..", "..");
const versionOf = (file) => JSON.parse((0, node_fs_1.readFileSync)(file, "utf8")).version;
/** The package.json of tslab's TypeScript, wherever npm has put it. */
const typescript = () => require.resolve("@tslab/typescript-for-tslab/package.json", {
    paths: [require.resolve("tslab/package.json")],
});
/** JupyterLab's Help menu: pages of the course, which it opens itself. */
const HELP_LINKS = [
    { text: "The course", url: "/lab/tree/README.md" },
    { text: "Notes", url: "/lab/tree/Notes" },
    { text: "Reference sheets", url: "/lab/tree/Resources/README.md" },
];
/** Content of a kernel_info_reply. */
function kernelInfo() {
    const version = versionOf(typescript());
    return {
        status: "ok",
        protocol_version: frames_1.PROTOCOL,
        implementation: "course",
        implementation_version: versionOf((0, node_path_1.join)(ROOT, "package.json")),
        language_info: {
            name: "typescript",
            version,
            mimetype: "text/typescript",
            file_extension: ".ts",
            pygments_lexer: "typescript",
            codemirror_mode: { name: "javascript", mode: "typescript", typescript: true },
            nbconvert_exporter: "script",
        },
        banner: `TypeScript ${version} on Node ${process.versions.node}`,
        debugger: false,
        supported_features: [],
        help_links: HELP_LINKS,
    };
}
