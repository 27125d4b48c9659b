/** Which kernel a notebook asks for. */
import type { Notebook } from "../common/notebook";

interface Metadata {
  kernelspec?: { name?: string; display_name?: string };
  language_info?: { name?: string };
}

/** What a notebook's kernel is called if it is not the course's: `Python 3 (python3)`. */
export function otherKernel({ metadata }: Notebook): string | undefined {
  const { kernelspec, language_info } = metadata as Metadata;
  const name = kernelspec?.name || language_info?.name;
  if (!name || name === "tslab" || name === "typescript") return undefined;
  const shown = kernelspec?.display_name || name;
  return shown === name ? name : `${shown} (${name})`;
}
