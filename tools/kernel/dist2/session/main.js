"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.start = start;
/** The session: the learner's code, on the main thread. */
const node_module_1 = require("node:module");
const node_path_1 = require("node:path");
const ask_1 = require("../common/ask");
const outlet_1 = require("../common/outlet");
const late_1 = require("./errors/late");
const sources_1 = require("./errors/sources");
const stacks_1 = require("./errors/stacks");
const counter_1 = require("./execution/counter");
const bridge_1 = require("./front/bridge");
const comms_1 = require("./front/comms");
const history_1 = require("./front/history");
const input_1 = require("./front/input");
const hooks_1 = require("./modules/hooks");
const library_1 = require("./modules/library");
const modules_1 = require("./modules/modules");
const capture_1 = require("./output/capture");
const output_1 = require("./output/output");
const requests_1 = require("./requests");
const await_1 = require("./run/await");
const context_1 = require("./run/context");
const evaluate_1 = require("./run/evaluate");
const interrupts_1 = require("./run/interrupts");
const running_1 = require("./run/running");
const scope_1 = require("./run/scope");
const storage_1 = require("./run/storage");
const timers_1 = require("./run/timers");
const training_1 = require("./run/training");
/** What compiled cells call. */
function installHelpers(interrupts, modules) {
    const scope = (0, scope_1.createScope)();
    const value = {
        scope: scope.names,
        bind: scope.bind,
        load: modules.load,
        ...(0, await_1.createAwaits)(interrupts),
    };
    Object.defineProperty(globalThis, "__cells__", { value });
}
/** A file of the compiled library; undefined where the library is not compiled. */
function fromLibrary(root, file) {
    try {
        return (0, node_module_1.createRequire)(__filename)((0, node_path_1.join)(root, "lib", "dist", file));
    }
    catch {
        return undefined;
    }
}
/** Starts the session; it works for the other threads until the process ends. */
function start({ wire, language, typed, control }) {
    const [folder, root] = [process.cwd(), (0, library_1.projectFolder)()];
    const post = (message) => wire.postMessage(message);
    const running = new running_1.Running();
    const interrupts = (0, interrupts_1.createInterrupts)(control, () => running.stop(), () => post({ kind: "interrupted" }));
    const training = (0, training_1.createTraining)(interrupts);
    const output = (0, output_1.createOutput)((0, outlet_1.createOutlet)(wire, control), interrupts.check);
    const comms = new comms_1.Comms(output);
    const sources = new sources_1.Sources();
    const stacks = (0, stacks_1.watchStacks)(sources, { root, notebook: folder });
    const late = (0, late_1.createLateErrors)(output, stacks);
    const ask = (0, ask_1.asker)(language);
    (0, capture_1.captureTslab)(output);
    const evaluate = (0, evaluate_1.createEvaluate)(folder);
    (0, hooks_1.findLibrary)(folder, root);
    const modules = (0, modules_1.createModules)(folder, root);
    (0, hooks_1.whenLoaded)("@tensorflow/tfjs-layers", training.watch);
    // tfjs-node wants of Node's utilities what newer ones lack; a cell may load it before the library
    const util = fromLibrary(root, (0, node_path_1.join)("data", "nodeUtil.js"));
    util?.restoreUtil();
    const parts = {
        ...{ ask, evaluate, modules, output, sources, stacks, late },
        history: new history_1.History(),
        counter: new counter_1.Counter(),
        display: () => fromLibrary(root, (0, node_path_1.join)("display", "index.js")),
    };
    const requests = new requests_1.Requests(parts, comms, running, interrupts, post);
    installHelpers(interrupts, modules);
    (0, bridge_1.installBridge)(output, comms, (0, input_1.createInput)({ wire, typed, control }, interrupts));
    (0, timers_1.watchTimers)(interrupts, running);
    (0, timers_1.watchTicks)();
    (0, storage_1.replaceStorage)();
    (0, capture_1.captureStreams)(output);
    (0, capture_1.refuseExit)();
    wire.on("message", (message) => {
        if (message.kind === "request")
            requests.receive(message.request);
        else if (message.kind === "interrupt")
            requests.interrupt();
        else if (message.kind === "terminated") {
            (0, context_1.enter)(undefined);
            running.stopAll();
            training.release();
            (0, hooks_1.forgetUnfinished)();
            requests.ended();
            interrupts.forced();
        }
        else
            process.exit(0);
    });
    late.watch();
    post({ kind: "ready" });
}
