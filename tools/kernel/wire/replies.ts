/** Answers to requests, each on the channel and to the client it came from. */
import type { Codec, Incoming, TwoWay } from "./frames";
import { createLine, type Line } from "./line";
import type { Publisher } from "./publisher";
import { failure } from "./requests";
import type { Sockets } from "./sockets";

type Content = Record<string, unknown>;

export interface Replies {
  lines: Record<TwoWay, Line>;
  reply(request: Incoming, content: Content, metadata?: Content): void;
  /** Answers with what `content` gives, between a busy and an idle of its own; what it throws is the answer too. */
  serve(request: Incoming, content: () => Content | Promise<Content>): Promise<void>;
}

export function createReplies(sockets: Sockets, codec: Codec, publisher: Publisher): Replies {
  const lines = {
    shell: createLine(sockets.shell),
    control: createLine(sockets.control),
    stdin: createLine(sockets.stdin),
  };

  function reply(request: Incoming, content: Content, metadata: Content = {}): void {
    const { channel, identities, header } = request;
    const type = header.msg_type.replace(/_request$/, "_reply");
    if (type === header.msg_type) return; // a comm message has no answer
    lines[channel].send(codec.encode(identities, { type, parent: header, content, metadata }));
  }

  return {
    lines,
    reply,
    async serve(request, content) {
      publisher.status("busy", request.header);
      try {
        reply(request, await content());
      } catch (error) {
        reply(request, failure(error));
      }
      publisher.status("idle", request.header);
    },
  };
}
