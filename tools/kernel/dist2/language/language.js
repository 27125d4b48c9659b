"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createLanguage = createLanguage;
const compile_1 = require("./compile");
const complete_1 = require("./complete/complete");
const inspect_1 = require("./inspect/inspect");
const isComplete_1 = require("./isComplete");
const modules_1 = require("./modules");
const project_1 = require("./program/project");
const scope_1 = require("./scope/scope");
function createLanguage(place, project = (0, project_1.createProject)(place)) {
    const scope = (0, scope_1.createScope)(project);
    const modules = (0, modules_1.createModules)(place, project);
    const workshop = { place, project, scope, modules };
    return {
        compile: ({ code, count }) => (0, compile_1.compile)(code, count, workshop),
        complete: ({ code, cursor_pos }) => (0, complete_1.complete)(code, cursor_pos, workshop),
        inspect: ({ code, cursor_pos, detail_level }) => (0, inspect_1.inspect)(code, cursor_pos, detail_level, workshop),
        isComplete: ({ code }) => (0, isComplete_1.isComplete)(code),
    };
}
