/** As much of the DOM as is used here; the project's compiler knows Node alone. */

export interface DomNode {
  nodeType: number;
  textContent: string | null;
}

export interface SvgElement extends DomNode {
  tagName: string;
  parentElement: SvgElement | null;
  children: Iterable<SvgElement>;
  childNodes: Iterable<DomNode>;
  classList: { contains(name: string): boolean };
  style?: { getPropertyValue(name: string): string };
  getAttribute(name: string): string | null;
}
