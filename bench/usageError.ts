/** Words on the command line that a benchmark cannot make sense of: told without a stack. */
export class UsageError extends Error {
  /** The name by which the command line knows a message that needs no stack. */
  override name = "Problem";
}
