/** Something that a reader would stumble over, and where. */
export interface Problem {
  /** Source of the page. */
  page: string;
  cause: string;
}

/** Thrown when pages have problems; nothing is written then. */
export class ExportError extends Error {
  override name = "ExportError";

  constructor(readonly problems: readonly Problem[]) {
    super(describe(problems));
  }
}

function describe(all: readonly Problem[]): string {
  const told = new Map(all.map((problem) => [`${problem.page}\n${problem.cause}`, problem]));
  const problems = [...told.values()]; // a link that is written twice is broken once
  const pages = [...new Set(problems.map(({ page }) => page))];
  const lines = pages.flatMap((page) => [
    page,
    ...problems.filter((p) => p.page === page).map(({ cause }) => `  ${cause}`),
  ]);
  const n = problems.length;
  return [`${n} ${n === 1 ? "problem" : "problems"}, so nothing was exported:`, ...lines].join(
    "\n",
  );
}
