/** What to do about failures that set-up meets. */
import { Problem } from "../common/problem";

/** The remedy for a failure whose cause the system names: a full disk, no permission. */
export function explain(error: NodeJS.ErrnoException): Error {
  if (error.code === "ENOSPC") return fullDisk();
  if (error.code === "EACCES" || error.code === "EPERM" || error.code === "EROFS") {
    return new Problem(
      `Cannot write ${error.path ?? "into the project's folder"} (${error.code}). ` +
        "Make the folder yours (chown) or clone the course where you may write, then run the command again.",
    );
  }
  return error;
}

export function fullDisk(): Problem {
  return new Problem(
    "The disk is full. Set-up needs about 4 GB in the project's folder; free some and run the command again. What is done already is kept.",
  );
}
