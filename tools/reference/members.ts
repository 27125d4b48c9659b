/** Properties and methods of types and classes, what they inherit too. */
import { codeOf, joined, type KeyOf, textOf } from "./code";
import { parseDocstring } from "./docstring";
import type { Code, Member } from "./entry";
import { type TS, ts } from "./typescript";

/** What reading a declaration needs to know. */
export interface Context {
  checker: TS.TypeChecker;
  keyOf: KeyOf;
  /** Whether a declaration is the library's own. */
  isOurs(node: TS.Node): boolean;
}

export const docOf = (node: TS.Node): string => {
  const { jsDoc } = node as { jsDoc?: TS.JSDoc[] };
  return jsDoc?.at(-1)?.getText() ?? "";
};

/** What a docstring says in one text: a member has few tags, if any. */
function wordsOf(node: TS.Node): string {
  const { text, tags } = parseDocstring(docOf(node));
  const told = tags.map((tag) => (tag.name === "throws" ? `Throws ${tag.text}` : tag.text));
  return [text, ...told].filter(Boolean).join("\n\n");
}

const HIDDEN = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;

/** `(x: number): number` as the type of a property, `(x: number) => number`. */
function arrow(node: TS.SignatureDeclarationBase, keyOf: KeyOf): Code {
  const types = (node.typeParameters ?? []).flatMap((one, i) => [
    ...(i > 0 ? [{ text: ", " }] : []),
    ...codeOf(one, keyOf),
  ]);
  const args = node.parameters.flatMap((one, i) => [
    ...(i > 0 ? [{ text: ", " }] : []),
    ...codeOf(one, keyOf),
  ]);
  const head = types.length > 0 ? [{ text: "<" }, ...types, { text: ">" }] : [];
  const result = node.type ? codeOf(node.type, keyOf) : [{ text: "void", token: "k" as const }];
  return joined([...head, { text: "(" }, ...args, { text: ") => " }, ...result]);
}

function typeOf(node: TS.Declaration, { keyOf }: Context): Code {
  if (ts.isMethodSignature(node) || ts.isMethodDeclaration(node)) return arrow(node, keyOf);
  const { type } = node as TS.PropertySignature;
  return type ? codeOf(type, keyOf) : [];
}

/** Whether a property comes from a type with parameters that are filled in here. */
function isFilled(node: TS.Declaration, owner: TS.Node | undefined): boolean {
  const { parent } = node;
  const generic = ts.isInterfaceDeclaration(parent) && (parent.typeParameters?.length ?? 0) > 0;
  return generic && parent !== owner;
}

function memberOf(symbol: TS.Symbol, owner: TS.Node | undefined, context: Context): Member[] {
  const nodes = (symbol.declarations ?? []).filter(
    (node) => context.isOurs(node) && !(ts.getCombinedModifierFlags(node) & HIDDEN),
  );
  const [first] = nodes;
  if (!first || symbol.name.startsWith("_")) return [];
  const seen = new Set<string>();
  const types = nodes
    .map((node): Code => {
      if (!isFilled(node, owner)) return typeOf(node, context);
      const type = context.checker.getTypeOfSymbol(symbol);
      const flags = ts.TypeFormatFlags.NoTruncation;
      return [{ text: context.checker.typeToString(type, undefined, flags) }];
    })
    .filter((code) => !seen.has(textOf(code)) && seen.add(textOf(code)));
  return [
    {
      name: symbol.name,
      optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
      type: joined(types.flatMap((code, i) => [...(i > 0 ? [{ text: "\n" }] : []), ...code])),
      text: nodes.map(wordsOf).filter(Boolean).join("\n\n"),
      fallback: "",
    },
  ];
}

/** Members of a type, unless it is made of something that is not ours, or has none. */
export function membersOf(type: TS.Type, owner: TS.Node | undefined, context: Context): Member[] {
  if (type.isUnion() || type.getCallSignatures().length > 0) return [];
  const properties = context.checker.getPropertiesOfType(type);
  return properties.flatMap((property) => memberOf(property, owner, context));
}

/** Arguments of a function, over all of its overloads. */
export function argumentsOf(
  nodes: readonly TS.SignatureDeclarationBase[],
  told: ReadonlyMap<string, string>,
  fallbacks: ReadonlyMap<string, string>,
  { keyOf }: Context,
): Member[] {
  const found = new Map<string, Member & { types: Set<string>; in: number }>();
  // in the order of the overload that has most
  for (const { parameters } of [...nodes].sort(
    (a, b) => b.parameters.length - a.parameters.length,
  )) {
    for (const node of parameters) {
      const name = node.name.getText();
      const type = node.type ? codeOf(node.type, keyOf) : [];
      const known = found.get(name);
      const optional = Boolean(node.questionToken ?? node.dotDotDotToken);
      if (!known) {
        const text = told.get(name) ?? "";
        const fallback = fallbacks.get(name) ?? "";
        const types = new Set([textOf(type)]);
        found.set(name, { name, optional, type, text, fallback, types, in: 1 });
        continue;
      }
      known.in += 1;
      known.optional ||= optional;
      if (known.types.has(textOf(type))) continue;
      known.types.add(textOf(type));
      known.type = joined([...known.type, { text: "\n" }, ...type]);
    }
  }
  return [...found.values()].map(({ types: _, in: times, ...member }) => ({
    ...member,
    optional: member.optional || times < nodes.length,
  }));
}
