/** Jupyter counts a cursor's place in characters (Unicode code points), TypeScript in UTF-16 units. */

/** From characters to units; a place behind the end is the end. */
export function toUnits(text: string, characters: number): number {
  let units = 0;
  for (let count = 0; count < characters && units < text.length; count++) {
    units += text.codePointAt(units)! > 0xffff ? 2 : 1;
  }
  return units;
}

/** From units to characters. */
export function toCharacters(text: string, units: number): number {
  return [...text.slice(0, units)].length;
}
