/** The library's declarations and docstrings as entries of the reference. */
import { codeOf, joined, type KeyOf, signatureOf } from "./code";
import { type Docstring, paramsOf, parseDocstring } from "./docstring";
import type { Code, Entry, Kind, Member, Module } from "./entry";
import { readIndex } from "./groups";
import { isModule, type Library, openLibrary, resolved } from "./library";
import { argumentsOf, type Context, docOf, membersOf } from "./members";
import { type Found, Sources } from "./source";
import { type TS, ts } from "./typescript";

/** The function, and its value if it is one that a variable holds. */
function callables(symbol: TS.Symbol): TS.SignatureDeclarationBase[] {
  return (symbol.declarations ?? []).flatMap((node): TS.SignatureDeclarationBase[] => {
    if (ts.isFunctionDeclaration(node)) return [node];
    if (ts.isVariableDeclaration(node) && node.type && ts.isFunctionTypeNode(node.type)) {
      return [node.type];
    }
    return [];
  });
}

function kindOf(symbol: TS.Symbol): Kind {
  if (symbol.flags & ts.SymbolFlags.Class) return "class";
  if (callables(symbol).length > 0) return "function";
  return symbol.flags & ts.SymbolFlags.Value ? "value" : "type";
}

/** A statement's docstring; that of `const x` stands before the statement. */
const commented = (node: TS.Node): string =>
  docOf(node) || (ts.isVariableDeclaration(node) ? docOf(node.parent.parent) : "");

/** All that a name's declarations say; overloads may say different things. */
function docstringOf(symbol: TS.Symbol): Docstring {
  const texts = (symbol.declarations ?? []).map(commented).filter(Boolean);
  const docs = [...new Set(texts)].map(parseDocstring);
  return {
    text: docs
      .map(({ text }) => text)
      .join("\n\n")
      .trim(),
    tags: docs.flatMap(({ tags }) => tags),
  };
}

/** A class or type without what it holds. */
function headOf(node: TS.Declaration, keyOf: KeyOf): Code {
  if (ts.isTypeAliasDeclaration(node)) return codeOf(node, keyOf).slice();
  const { name, typeParameters, heritageClauses } = node as TS.InterfaceDeclaration;
  const word = ts.isClassDeclaration(node) ? "class" : "interface";
  const types = (typeParameters ?? []).flatMap((one, i) => [
    { text: i === 0 ? "<" : ", " },
    ...codeOf(one, keyOf),
  ]);
  const above = (heritageClauses ?? []).flatMap((one) => [{ text: " " }, ...codeOf(one, keyOf)]);
  const named: Code = [{ text: word, token: "k" }, { text: " " }, { text: name.text, token: "nf" }];
  return joined([...named, ...types, ...(types.length > 0 ? [{ text: ">" }] : []), ...above]);
}

/** Words before a declaration that say nothing to who reads it. */
function bare(code: Code): Code {
  const at = code.findIndex(({ text }) => !/^(export|declare|\s*)$/.test(text));
  return code.slice(Math.max(0, at));
}

function signaturesOf(symbol: TS.Symbol, kind: Kind, call: string, keyOf: KeyOf): Code[] {
  const nodes = symbol.declarations ?? [];
  if (kind === "function") return callables(symbol).map((node) => signatureOf(call, node, keyOf));
  if (kind === "value") {
    const node = nodes.find(ts.isVariableDeclaration);
    const type = node?.type ? [{ text: ": " }, ...codeOf(node.type, keyOf)] : [];
    return [joined([{ text: call, token: "nf" }, ...type])];
  }
  return nodes.flatMap((node) => {
    const head = bare(headOf(node, keyOf));
    const made = ts.isClassDeclaration(node)
      ? node.members.filter(ts.isConstructorDeclaration)
      : [];
    const abstract = ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Abstract;
    const called = ts.isInterfaceDeclaration(node)
      ? node.members.filter(ts.isCallSignatureDeclaration)
      : [];
    return [
      head,
      ...(abstract ? [] : made.map((one) => signatureOf(`new ${call}`, one, keyOf))),
      ...called.map((one) => signatureOf("", one, keyOf)),
    ];
  });
}

/** Keys of all types that are named below a node. */
function keysIn(node: TS.Node, keyOf: KeyOf): string[] {
  const found: string[] = [];
  const visit = (one: TS.Node): void => {
    const key = ts.isIdentifier(one) ? keyOf(one) : undefined;
    if (key) found.push(key);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return [...new Set(found)];
}

interface Named {
  key: string;
  module: string;
  call: string;
  symbol: TS.Symbol;
}

/** Every name of the library once: where it is exported twice, in the module of its folder. */
function namesOf({ modules, checker, sourceOf }: Library): Named[] {
  const top = new Set((modules.get("") ?? []).map((one) => resolved(one, checker)));
  const found = new Map<TS.Symbol, Named>();
  for (const [module, symbols] of modules) {
    if (module === "") continue;
    for (const exported of symbols) {
      const symbol = resolved(exported, checker);
      const file = symbol.declarations?.[0]?.getSourceFile().fileName;
      if (isModule(symbol) || !file) continue;
      const known = found.get(symbol);
      if (known && sourceOf(file).split("/").includes(known.module)) continue;
      const key = `${module}.${exported.name}`;
      found.set(symbol, { key, module, symbol, call: top.has(symbol) ? exported.name : key });
    }
  }
  return [...found.values()];
}

/** Functions that hang on a function, `check.fails`. */
function attachedOf(named: Named, found: Found, context: Context): Entry["attached"] {
  const spaces = (named.symbol.declarations ?? []).filter(ts.isModuleDeclaration);
  const variables = spaces.flatMap(({ body }) =>
    body && ts.isModuleBlock(body)
      ? body.statements
          .filter(ts.isVariableStatement)
          .flatMap((s) => s.declarationList.declarations)
      : [],
  );
  return variables.flatMap(({ name, type }) => {
    if (!type || !ts.isFunctionTypeNode(type)) return [];
    const call = `${named.call}.${name.getText()}`;
    const doc = found.attached.get(name.getText()) ?? { text: "", tags: [] };
    const members = argumentsOf([type], paramsOf(doc), new Map(), context);
    return [{ call, signature: signatureOf(call, type, context.keyOf), doc, members }];
  });
}

function ownMembers(symbol: TS.Symbol, context: Context): Member[] {
  const node = symbol.declarations?.[0];
  const type = context.checker.getDeclaredTypeOfSymbol(symbol);
  return membersOf(type, node, context);
}

function entryOf(named: Named, sources: Sources, library: Library, context: Context): Entry {
  const { symbol, call } = named;
  const { keyOf } = context;
  const kind = kindOf(symbol);
  const name = named.key.slice(named.module.length + 1);
  const nodes = symbol.declarations ?? [];
  const file = library.sourceOf((nodes[0] as TS.Node).getSourceFile().fileName);
  const found = sources.find(file, symbol.name);
  const doc = docstringOf(symbol);
  const calls = callables(symbol);
  const own = kind === "type" || kind === "class";
  const returns = calls.at(-1)?.type;
  const keys = (some: readonly (TS.Node | undefined)[]) =>
    [...new Set(some.flatMap((one) => (one ? keysIn(one, keyOf) : [])))].filter(
      (key) => key !== named.key,
    );
  return {
    key: named.key,
    module: named.module,
    name,
    call,
    kind,
    signatures: signaturesOf(symbol, kind, call, keyOf),
    doc,
    members: own
      ? ownMembers(symbol, context)
      : argumentsOf(calls, paramsOf(doc), found.fallbacks, context),
    attached: attachedOf(named, found, context),
    returns: returns ? codeOf(returns, keyOf) : [],
    uses: keys(nodes),
    optionTypes: keys(calls.flatMap(({ parameters }) => parameters.map(({ type }) => type))),
    resultTypes: keys(calls.map(({ type }) => type)),
    file,
    line: found.line,
  };
}

/** The library of a course that is set up, module by module. */
export function readLibrary(root: string): Module[] {
  const library = openLibrary(root);
  const { checker, modules } = library;
  const sources = new Sources(root);
  const names = namesOf(library);
  const keys = new Map(names.map(({ symbol, key }) => [symbol, key]));
  const keyOf: KeyOf = (identifier) => {
    const symbol = checker.getSymbolAtLocation(identifier);
    return symbol && keys.get(resolved(symbol, checker));
  };
  const isOurs = (node: TS.Node) => /\/lib\/dist\//.test(node.getSourceFile().fileName);
  const context: Context = { checker, keyOf, isOurs };
  return [...modules.keys()]
    .filter((name) => name !== "")
    .map((name) => {
      const entries = names
        .filter(({ module }) => module === name)
        .map((named) => entryOf(named, sources, library, context));
      const folder = name === "plot" ? "display/plot" : name;
      const file = `lib/${folder}/index.ts`;
      return { name, file, entries, ...readIndex(sources.open(file)) };
    });
}
