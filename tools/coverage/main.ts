/** `npm run coverage`: writes Resources/coverage.md and tells which sections are missing. */
import { join } from "node:path";
import { writeWhole } from "../common/files";
import { ROOT } from "../common/project";
import { coverageTable, findGaps, readCourse } from "./coverage";

export const COVERAGE = join(ROOT, "Resources", "coverage.md");

export const usage = `npm run coverage

Writes Resources/coverage.md, which tells where each section of the book is treated, and lists the gaps.`;

export async function main(): Promise<number> {
  const course = readCourse();
  writeWhole(COVERAGE, coverageTable(course));
  const gaps = findGaps(course);
  for (const gap of gaps) console.log(`✗ ${gap}`);
  console.log(`Resources/coverage.md written; ${gaps.length} gaps`);
  return gaps.length === 0 ? 0 : 1;
}
