import MiniSearch from "minisearch";
import type { LibraryLinks } from "./library";
import type { Chapter } from "./nav";

/** One passage of the course that the search can find. Short names: there are thousands. */
interface Entry {
  id: number;
  /** URL from the root of the site. */
  u: string;
  /** Title of the page. */
  p: string;
  /** Heading, empty at the top of a page. */
  h: string;
  /** Text. */
  t: string;
  /** Names of the library that it is the entry of, in small letters: "svd linalg.svd". */
  n?: string;
}

/** Options of the index; the script in client/search.js opens it with the same. */
const OPTIONS = { fields: ["p", "h", "t"], storeFields: ["u", "p", "h", "t", "n"] };

/** The index as a script, since a page opened from a disk may not fetch. */
export function searchScript(chapters: readonly Chapter[], library?: LibraryLinks): string {
  const index = new MiniSearch<Entry>(OPTIONS);
  let id = 0;
  for (const { source, fragment } of chapters) {
    for (const passage of fragment.passages) {
      const names = library?.namesOf(source.path, passage.id);
      index.add({
        id: id++,
        u: passage.id ? `${source.page}#${passage.id}` : source.page,
        p: fragment.title,
        h: passage.id ? passage.heading : "",
        t: passage.text,
        ...(names && { n: names }),
      });
    }
  }
  return `window.courseSearch = ${JSON.stringify({ options: OPTIONS, index })};\n`;
}
