import type { Bundle } from "../render/bridge";
import { movingBundle, settledBundle } from "./draw";
import type { Work } from "./state";
import { type Surface, surface } from "./surface";

/** Milliseconds between two drawings: ten a second are as many as the eye follows. */
const INTERVAL = 100;

/**
 * A bar on the page. One that starts within the loop of another is a line below it, and goes when it
 * ends; the outermost leaves one line.
 */
export class Bar {
  isOpen = true;
  private readonly inner: Bar[] = [];
  private surface: Surface | undefined;
  private drawnAt = -Infinity;

  /**
   * @param parent - The bar of the loop around it.
   * @param isLoose - Whether nobody says when it ends: it goes when the loop around it goes on.
   */
  constructor(
    private readonly work: Work,
    private readonly parent: Bar | undefined,
    private readonly isLoose = false,
  ) {
    this.look(performance.now());
  }

  /** The innermost bar around it that is still open. */
  get outer(): Bar | undefined {
    return this.parent === undefined || this.parent.isOpen ? this.parent : this.parent.outer;
  }

  /** Draws it if it is time to. */
  look(now: number): void {
    const root = this.root();
    if (now - root.drawnAt < INTERVAL) return;
    root.drawnAt = now;
    root.surface ??= surface(() => root.last());
    root.surface.draw(movingBundle(root.works(), now));
  }

  /** The loop goes on: what was going on within it is over. */
  next(): void {
    for (let i = this.inner.length - 1; i >= 0; i--) {
      if (this.inner[i].isLoose) this.inner.splice(i, 1);
    }
  }

  /**
   * Leaves what the work says of itself; it may go on after that. One that was drawn within others alone
   * leaves nothing.
   */
  settle(): void {
    const lines = this.outer?.inner;
    if (lines?.includes(this)) lines.splice(lines.indexOf(this), 1);
    if (lines === undefined) this.surface?.settle(this.last());
  }

  end(): void {
    this.isOpen = false;
    this.settle();
  }

  /** The outermost bar that is still open, with this one among its lines. */
  private root(): Bar {
    const { outer } = this;
    if (outer === undefined) return this;
    if (!outer.inner.includes(this)) outer.inner.push(this);
    return outer.root();
  }

  /** The line that it leaves. */
  private last(): Bundle {
    return settledBundle({ label: this.work.label, settled: this.work.settled() });
  }

  private works(): Work[] {
    return [this.work, ...this.inner.flatMap((bar) => bar.works())];
  }
}
