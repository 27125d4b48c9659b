/** What a bar says while it moves. */
export interface Moving {
  /** The share that is done, from 0 to 1; undefined where the end is not known. */
  share: number | undefined;
  /** "37 of 100 · 12.3/s · 5 s left". */
  text: string;
}

/** Something that advances and is drawn as a bar. */
export interface Work {
  readonly label: string;
  /** How it stands at the time `now`, in milliseconds. */
  moving(now: number): Moving;
  /** Where it came to, in words that are the same whenever the work is the same: no times. */
  settled(): string;
}
