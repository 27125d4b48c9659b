"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createReplies = createReplies;
const line_1 = require("./line");
const requests_1 = require("./requests");
function createReplies(sockets, codec, publisher) {
    const lines = {
        shell: (0, line_1.createLine)(sockets.shell),
        control: (0, line_1.createLine)(sockets.control),
        stdin: (0, line_1.createLine)(sockets.stdin),
    };
    function reply(request, content, metadata = {}) {
        const { channel, identities, header } = request;
        const type = header.msg_type.replace(/_request$/, "_reply");
        if (type === header.msg_type)
            return; // a comm message has no answer
        lines[channel].send(codec.encode(identities, { type, parent: header, content, metadata }));
    }
    return {
        lines,
        reply,
        async serve(request, content) {
            publisher.status("busy", request.header);
            try {
                reply(request, await content());
            }
            catch (error) {
                reply(request, (0, requests_1.failure)(error));
            }
            publisher.status("idle", request.header);
        },
    };
}
