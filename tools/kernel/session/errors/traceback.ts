/** What a learner reads when a cell fails: what went wrong, at which line, and how it came there. */
import type { ErrorContent } from "../output/output";
import { codeFrame } from "./codeFrame";
import { cyan, green, red } from "./colours";
import { cut, describeThrown, isError, isObject, propertyOf } from "./describe";
import type { Frame } from "./frames";
import { hintFor } from "./hints";
import type { Stacks } from "./stacks";

/** Calls that are listed, and errors behind an error that are followed. */
const [CALLS, CAUSES] = [12, 5];

const inFunction = (name: string | undefined): string => (name ? `, in ${name}` : "");
const lineAt = ({ lines }: { lines: string[] }, line: number): string =>
  cut((lines[line - 1] ?? "").trim(), 100);

/** A further call, in one line. */
function callLine(frame: Frame): string {
  if (frame.kind === "library") return cyan(`in ${frame.owner}: ${frame.name}`);
  if (frame.kind === "file") {
    return `${cyan("called from")} ${frame.path}, ${green(`line ${frame.at.line}`)}`;
  }
  const { cell, at } = frame;
  const place = green(`${cell.label}, line ${at.line}`);
  return `${cyan("called from")} ${place}: ${lineAt(cell, at.line)}`;
}

/** The innermost place that is the learner's own, with the source around it. */
function placeLines(frame: Frame): string[] {
  if (frame.kind === "cell") {
    const { cell, at, name } = frame;
    const place = `${cell.label.replace(/^[ac](?=ell | cell)/, (c) => c.toUpperCase())}, line ${at.line}`;
    return [cyan(place + inFunction(name)), ...codeFrame(cell.lines, at)];
  }
  if (frame.kind === "file") {
    const { path, at, name } = frame;
    return [cyan(`${path}, line ${at.line}, column ${at.column}${inFunction(name)}`)];
  }
  return [callLine(frame)];
}

/** Of the frames of one library in a row the outermost stays: what the learner called. */
function fold(frames: readonly Frame[]): Frame[] {
  return frames.filter((frame, i) => {
    const next = frames[i + 1];
    return !(frame.kind === "library" && next?.kind === "library" && next.owner === frame.owner);
  });
}

/** Lines for calls, the same call in a row (a recursion) counted; long lists cut. */
function callLines(frames: readonly Frame[]): string[] {
  const lines: { text: string; times: number }[] = [];
  for (const text of frames.map(callLine)) {
    const last = lines.at(-1);
    if (last?.text === text) last.times++;
    else lines.push({ text, times: 1 });
  }
  const shown = lines
    .slice(0, CALLS)
    .map(({ text, times }) => (times > 1 ? `${text} (${times} times)` : text));
  if (lines.length > CALLS) shown.push(`… and ${lines.length - CALLS} further calls`);
  return shown;
}

/** Where an error arose, and through which calls. */
function stackLines(frames: readonly Frame[]): string[] {
  const folded = fold(frames);
  const own = folded.findIndex((frame) => frame.kind !== "library");
  if (own < 0) return callLines(folded);
  const inner = callLines(folded.slice(0, own));
  return [...placeLines(folded[own]!), ...inner, ...callLines(folded.slice(own + 1))];
}

/** An error's lines, and those of the errors behind it. */
function errorLines(thrown: unknown, stacks: Stacks, seen: Set<object>, lead: string): string[] {
  const { ename, evalue } = describeThrown(thrown);
  const lines = [lead + red(ename) + (evalue ? `: ${evalue}` : "")];
  if (!isError(thrown)) {
    return [...lines, 'This is no Error: throw new Error("…") would say where it was thrown.'];
  }
  seen.add(thrown);
  const hint = hintFor(thrown);
  if (hint) lines.push(hint);
  lines.push(...stackLines(stacks.framesOf(thrown)));
  return [...lines, ...behind(thrown, stacks, seen)];
}

/** The cause of an error, and the errors that an AggregateError gathers. */
function behind(error: object, stacks: Stacks, seen: Set<object>): string[] {
  const gathered = propertyOf(error, "errors");
  const others: [string, unknown][] = Array.isArray(gathered)
    ? gathered.map((other, i) => [`[${i + 1} of ${gathered.length}] `, other])
    : [];
  const cause = propertyOf(error, "cause");
  if (cause !== undefined) others.push(["caused by ", cause]);
  return others.flatMap(([lead, other]) => {
    if (seen.size > CAUSES || (isObject(other) && seen.has(other))) return [];
    return ["", ...errorLines(other, stacks, seen, lead)];
  });
}

/** The error of a cell as the client takes it. */
export function errorContent(thrown: unknown, stacks: Stacks): ErrorContent {
  const { ename, evalue } = describeThrown(thrown);
  return { ename, evalue, traceback: errorLines(thrown, stacks, new Set(), "") };
}
