/** The inputs and results of this session, for clients that ask what was run. */

interface Entry {
  count: number;
  input: string;
  output: string | null;
}

type Item = [session: number, line: number, input: string | [string, string | null]];

/** `*` and `?` stand for anything, as in the names of files. */
function pattern(glob: string): RegExp {
  const escaped = glob.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\*/g, "[^]*").replace(/\?/g, "[^]")}$`);
}

export class History {
  private readonly entries: Entry[] = [];

  add(count: number, input: string): void {
    this.entries.push({ count, input, output: null });
  }

  /** Remembers the text of the result of a cell. */
  result(count: number, output: string): void {
    const entry = this.entries.at(-1);
    if (entry?.count === count) entry.output = output;
  }

  /** The content of a `history_reply`; this session alone is known, and goes by 0. */
  reply(request: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const output = request.output === true;
    const history = this.select(request).map(
      ({ count, input, output: shown }): Item => [0, count, output ? [input, shown] : input],
    );
    return { status: "ok", history };
  }

  private select(request: Readonly<Record<string, unknown>>): Entry[] {
    const { hist_access_type: access, session = 0 } = request;
    const most = Number(request.n ?? Number.POSITIVE_INFINITY);
    if (access === "range") {
      if (session !== 0) return [];
      const start = Number(request.start ?? 0);
      const stop = Number(request.stop ?? Number.POSITIVE_INFINITY);
      return this.entries.filter(({ count }) => count >= start && count < stop);
    }
    if (access === "tail") return last(this.entries, most);
    const matches = pattern(String(request.pattern ?? "*"));
    const found = this.entries.filter(({ input }) => matches.test(input));
    if (!request.unique) return last(found, most);
    const latest = new Map(found.map((entry) => [entry.input, entry]));
    return last([...latest.values()], most);
  }
}

const last = <T>(list: readonly T[], n: number): T[] => (n > 0 ? list.slice(-n) : []);
