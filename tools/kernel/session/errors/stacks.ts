/** `error.stack` names cells and their lines, and keeps the frames for our own tracebacks. */
import { type Folders, type Frame, frameOf, type Site } from "./frames";
import type { Sources } from "./sources";

const siteOf = (call: NodeJS.CallSite): Site => ({
  // a cell goes by its sourceURL, which getFileName does not know
  file: call.getScriptNameOrSourceURL() ?? call.getFileName() ?? undefined,
  line: call.getLineNumber() ?? undefined,
  column: call.getColumnNumber() ?? undefined,
  name: nameOf(call),
});

function nameOf(call: NodeJS.CallSite): string | undefined {
  const name = call.getFunctionName();
  if (!name) return undefined;
  return call.isConstructor() ? `new ${name}` : name;
}

const head = (error: unknown): string => {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
};

/** A line of a stack; a cell is named, with the place in its source. */
function lineOf(call: NodeJS.CallSite, frame: Frame): string {
  if (frame.kind !== "cell") return `\n    at ${call}`;
  const { cell, at, name } = frame;
  const place = `${cell.label}:${at.line}:${at.column}`;
  return `\n    at ${name ? `${name} (${place})` : place}`;
}

export interface Stacks {
  /** The calls that led to an error, the innermost first; none where the engine kept none. */
  framesOf(error: object): Frame[];
}

/** How many calls the engine keeps: those through cells lie below the library's. */
const DEPTH = 64;

/** Has the engine describe stacks through us from now on. */
export function watchStacks(sources: Sources, folders: Folders): Stacks {
  const kept = new WeakMap<object, Frame[]>();
  Error.stackTraceLimit = DEPTH;
  Error.prepareStackTrace = (error, calls) => {
    const frames: Frame[] = [];
    let text = head(error);
    for (const call of calls) {
      const frame = frameOf(siteOf(call), sources, folders);
      if (!frame) continue;
      frames.push(frame);
      text += lineOf(call, frame);
    }
    kept.set(error, frames);
    return text;
  };
  return {
    framesOf(error) {
      try {
        void (error as Error).stack; // the engine describes a stack when it is first asked
      } catch {
        // a stack that cannot be read
      }
      return kept.get(error) ?? [];
    },
  };
}
