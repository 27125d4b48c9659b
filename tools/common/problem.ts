/** Something the user can mend: the message says what is wrong and what to do, and no stack is shown. */
export class Problem extends Error {
  override name = "Problem";
}
