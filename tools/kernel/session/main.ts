/** The session: the learner's code, on the main thread. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { asker } from "../common/ask";
import { createOutlet } from "../common/outlet";
import type { FromSession, SessionStart, ToSession } from "../messages";
import { createLateErrors } from "./errors/late";
import { Sources } from "./errors/sources";
import { watchStacks } from "./errors/stacks";
import { Counter } from "./execution/counter";
import { installBridge } from "./front/bridge";
import { Comms } from "./front/comms";
import { History } from "./front/history";
import { createInput } from "./front/input";
import { findLibrary, forgetUnfinished, whenLoaded } from "./modules/hooks";
import { loadLate } from "./modules/lazy";
import { projectFolder } from "./modules/library";
import { createModules, type Modules } from "./modules/modules";
import { captureStreams, captureTslab, refuseExit } from "./output/capture";
import { createOutput } from "./output/output";
import { Requests } from "./requests";
import type { Display } from "./results/result";
import { createAwaits } from "./run/await";
import { enter } from "./run/context";
import { createEvaluate } from "./run/evaluate";
import { createInterrupts, type Interrupts } from "./run/interrupts";
import { Running } from "./run/running";
import { createScope } from "./run/scope";
import { replaceStorage } from "./run/storage";
import { watchTicks, watchTimers } from "./run/timers";
import { createTraining, type Layers } from "./run/training";

/** What compiled cells call. */
function installHelpers(interrupts: Interrupts, modules: Modules): void {
  const scope = createScope();
  const value = {
    scope: scope.names,
    bind: scope.bind,
    load: modules.load,
    ...createAwaits(interrupts),
  };
  Object.defineProperty(globalThis, "__cells__", { value });
}

/** A file of the compiled library; undefined where the library is not compiled. */
function fromLibrary(root: string, file: string): unknown {
  try {
    return createRequire(__filename)(join(root, "lib", "dist", file));
  } catch {
    return undefined;
  }
}

/** Starts the session; it works for the other threads until the process ends. */
export function start({ wire, language, typed, control }: SessionStart): void {
  const [folder, root] = [process.cwd(), projectFolder()];
  const post = (message: FromSession) => wire.postMessage(message);

  const running = new Running();
  const interrupts = createInterrupts(
    control,
    () => running.stop(),
    () => post({ kind: "interrupted" }),
  );
  const training = createTraining(interrupts);
  const output = createOutput(createOutlet(wire, control), interrupts.check);
  const comms = new Comms(output);
  const sources = new Sources();
  const stacks = watchStacks(sources, { root, notebook: folder });
  const late = createLateErrors(output, stacks);
  const ask = asker(language);

  captureTslab(output);
  const evaluate = createEvaluate(folder);
  findLibrary(folder, root);
  loadLate();
  const modules = createModules(folder, root);
  whenLoaded<Layers>("@tensorflow/tfjs-layers", training.watch);
  // tfjs-node wants of Node's utilities what newer ones lack; a cell may load it before the library
  const util = fromLibrary(root, join("data", "nodeUtil.js")) as
    | { restoreUtil(): void }
    | undefined;
  util?.restoreUtil();

  const parts = {
    ...{ ask, evaluate, modules, output, sources, stacks, late },
    history: new History(),
    counter: new Counter(),
    display: () => fromLibrary(root, join("display", "index.js")) as Display | undefined,
  };
  const requests = new Requests(parts, comms, running, interrupts, post);

  installHelpers(interrupts, modules);
  installBridge(output, comms, createInput({ wire, typed, control }, interrupts));
  watchTimers(interrupts, running);
  watchTicks();
  replaceStorage();
  captureStreams(output);
  refuseExit();

  wire.on("message", (message: ToSession) => {
    if (message.kind === "request") requests.receive(message.request);
    else if (message.kind === "interrupt") requests.interrupt();
    else if (message.kind === "terminated") {
      enter(undefined);
      running.stopAll();
      training.release();
      forgetUnfinished();
      requests.ended();
      interrupts.forced();
    } else process.exit(0);
  });
  late.watch();
  post({ kind: "ready" });
}
