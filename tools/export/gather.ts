import { join } from "node:path";
import { makingHash } from "./assets";
import { convert } from "./convert";
import type { Source } from "./course";
import { type Fragment, makeFragment } from "./fragment";
import { readTerms } from "./glossary";
import type { Problem } from "./problems";
import { FragmentStore } from "./store";

/** Where sources are, where fragments are kept, and who is told of each that is made. */
export interface GatherOptions {
  root: string;
  cache: string;
  venv: string;
  onPage?: (path: string) => void;
}

/** Fragments by the path of their source, which of them were made anew, and what is wrong with them. */
export interface Gathered {
  fragments: Map<string, Fragment>;
  converted: string[];
  problems: Problem[];
}

/** Days that a fragment is kept that nobody asks for. */
const KEEP_DAYS = 7;

/** Fragments of all the wanted sources, and of such others as are at hand unchanged. */
export async function gather(
  sources: readonly Source[],
  wanted: ReadonlySet<string>,
  options: GatherOptions,
): Promise<Gathered> {
  const terms = readTerms(options.root);
  const tools = makingHash() + JSON.stringify(terms);
  const store = new FragmentStore(join(options.cache, "fragments"), tools);
  const fragments: Gathered["fragments"] = new Map();
  const problems: Problem[] = [];
  const missing = new Map<string, { source: Source; key: string }>();
  for (const source of sources) {
    const { path } = source;
    const key = store.keyOf(options.root, source);
    const kept = store.get(key);
    if (kept) fragments.set(path, kept);
    else if (wanted.has(path)) missing.set(join(options.root, path), { source, key });
  }
  const files = [...missing].map(([path, { source }]) => {
    const { text } = source;
    return text === undefined ? { path } : { path, text };
  });
  await convert(options.venv, files, async ({ path: file, body, error }) => {
    const { source, key } = missing.get(file) as { source: Source; key: string };
    const { path, text } = source;
    options.onPage?.(path);
    if (body === undefined) {
      problems.push({ page: path, cause: `${error}` });
      return;
    }
    const fragment = await makeFragment(body, path, text === undefined ? terms : []);
    fragments.set(path, fragment);
    if (fragment.problems.length === 0) store.put(key, fragment);
  });
  store.tidy(KEEP_DAYS);
  for (const [page, fragment] of fragments) {
    problems.push(...fragment.problems.map((cause) => ({ page, cause })));
  }
  return { fragments, converted: [...missing.values()].map(({ source }) => source.path), problems };
}
