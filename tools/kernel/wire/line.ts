/** Sends on a socket one message after another: ZeroMQ takes one at a time. */
type Frames = (Buffer | Uint8Array)[];

export interface Line {
  send(frames: Frames): void;
  /** Resolves when all has been sent. */
  sent(): Promise<void>;
}

export function createLine(socket: { send(frames: Frames): Promise<void> }): Line {
  let last = Promise.resolve();
  return {
    send(frames) {
      last = last.then(() => socket.send(frames));
    },
    sent: () => last,
  };
}
