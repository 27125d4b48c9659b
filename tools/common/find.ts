/** Which notebooks there are. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { Problem } from "./problem";
import { ROOT, START_DIR } from "./project";

const COURSE = ["Notes", "Assignments", "Projects", "Resources"];

/** Checkpoints of Jupyter and the like: what starts with a dot is nobody's notebook. */
const isHidden = (name: string) => name.startsWith(".");

function below(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith(".ipynb") && !name.split(sep).some(isHidden))
    .map((name) => join(folder, name))
    .sort();
}

/** All notebooks of the course, or those named: files or folders, seen from the user's folder or the root. */
export function findNotebooks(names: readonly string[], from = START_DIR): string[] {
  if (names.length === 0) {
    return COURSE.map((name) => join(ROOT, name))
      .filter((folder) => existsSync(folder))
      .flatMap(below);
  }
  return names.flatMap((name) => {
    const path = [resolve(from, name), resolve(ROOT, name)].find((candidate) =>
      existsSync(candidate),
    );
    if (!path)
      throw new Problem(`There is no ${name}, neither in ${from} nor in the course's folder.`);
    if (statSync(path).isDirectory()) {
      const found = below(path);
      if (found.length === 0) throw new Problem(`There is no notebook in ${name}.`);
      return found;
    }
    if (!path.endsWith(".ipynb")) throw new Problem(`${name} is not a notebook (.ipynb).`);
    return [path];
  });
}

/** A notebook's name in messages: its path in the project. */
export const nameOf = (path: string): string => relative(ROOT, path);
