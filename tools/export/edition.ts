import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { courseTitle } from "./course";

/** What is known of the course as a whole, from its README, LICENSE and package.json. */
export interface Edition {
  title: string;
  version?: string | undefined;
  /** Name of the licence: "MIT". */
  licence?: string | undefined;
  /** The file with its text. */
  licenceFile?: string | undefined;
  /** Who holds the rights, and since when. */
  authors?: string | undefined;
  year?: string | undefined;
  /** Where an error is reported, if the course says so. */
  reports?: string | undefined;
  /** Where the site will stand, with a slash at its end. */
  base?: string | undefined;
}

interface Package {
  version?: string;
  license?: string;
  bugs?: string | { url?: string };
  repository?: string | { url?: string };
}

const urlOf = (given: string | { url?: string } | undefined) =>
  (typeof given === "string" ? given : given?.url)?.replace(/^git\+/, "");

/** An address that a page may link to; an abbreviation of npm's or an e-mail address is none. */
const linkable = (url: string | undefined) => (url && /^https?:\/\//.test(url) ? url : undefined);

/**
 * Reads what every page says about the course. What a file does not tell is left out.
 *
 * @param base - Where the site will stand, as `readBase` gave it.
 */
export function readEdition(root: string, base?: string): Edition {
  const read = (name: string) =>
    existsSync(join(root, name)) ? readFileSync(join(root, name), "utf8") : "";
  const { version, license, bugs, repository }: Package = JSON.parse(read("package.json") || "{}");
  const licence = read("LICENSE");
  const [, year, authors] = /^Copyright \(c\) (\d{4}) (.+?)\s*$/m.exec(licence) ?? [];
  return {
    title: courseTitle(root),
    version,
    licence: license,
    licenceFile: licence ? join(root, "LICENSE") : undefined,
    year,
    authors,
    reports: linkable(urlOf(bugs)) ?? linkable(urlOf(repository)),
    base,
  };
}

/**
 * The address at which the site will stand, as it was given on the command line.
 *
 * @throws Error if it is not an address of a folder on the web.
 */
export function readBase(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(
      `--base-url takes the address at which the site will stand, such as https://example.org/course/, not ${JSON.stringify(given)}`,
    );
  }
  const more = [url.search && "a query", url.hash && "an anchor", url.username && "a user"];
  const extra = more.find(Boolean);
  if (extra) {
    throw new Error(`--base-url ${given} has ${extra}: expected the address of a folder alone`);
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/** The address of a page of a site that stands at `base`. */
export const addressOf = (base: string, page: string) =>
  base +
  page
    .replace(/(^|\/)index\.html$/, "$1")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
