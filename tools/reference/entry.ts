/** What the reference says of a name. */
import type { Docstring } from "./docstring";

/** A piece of code: as it stands, coloured as a kind of token, or the name of a type. */
export interface Piece {
  text: string;
  /** A class of Pygments. */
  token?: "k" | "s1" | "nf" | "mi";
  /** Key of the entry that it names. */
  to?: string;
}
export type Code = Piece[];

/** A property, method, argument or option. */
export interface Member {
  name: string;
  optional: boolean;
  type: Code;
  text: string;
  /** The value where it is left out. */
  fallback: string;
}

export type Kind = "function" | "class" | "value" | "type";

export interface Entry {
  /** `linalg.svd`. */
  key: string;
  module: string;
  name: string;
  /** As cells write it: `linalg.svd`, `show`. */
  call: string;
  kind: Kind;
  /** One for each overload. */
  signatures: Code[];
  doc: Docstring;
  /** Arguments; a type's or class's own members. */
  members: Member[];
  /** Functions that hang on this one, `check.fails`. */
  attached: { call: string; signature: Code; doc: Docstring; members: Member[] }[];
  /** What the last overload gives back. */
  returns: Code;
  /** Types named in the signatures, or in a type's declaration, by key. */
  uses: string[];
  /** For the signature's types: which are options, which results. */
  optionTypes: string[];
  resultTypes: string[];
  /** Where it is declared: `lib/linalg/svd.ts`, and the line. */
  file: string;
  line: number;
}

export interface Group {
  title: string;
  names: string[];
}

export interface Module {
  name: string;
  /** The comment at the head of its index. */
  doc: Docstring;
  groups: Group[];
  entries: Entry[];
  file: string;
}
