import { expect } from "vitest";
import type { Kernel } from "../../client";

/** The text of what a cell results in; the cell has to end well. */
export async function plainResult(kernel: Kernel, code: string): Promise<string> {
  const { iopub, reply } = await kernel.run(code);
  expect(reply.content.status, reply.content.evalue).toBe("ok");
  const result = iopub.find(({ msg_type }) => msg_type === "execute_result");
  return result?.content.data["text/plain"];
}
