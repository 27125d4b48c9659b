import type { ReadonlyVector } from "../../core";

/**
 * A value of ours stands for a number, a vector or a matrix, so functions written for arrays should
 * find an array in it: a length, entries `x[i]`, an iterator, `map` and its like. What a tracked value
 * cannot do without losing the derivative, it refuses in words that say what to do instead: to be
 * changed, to be compared, to become text or a number.
 */

/** What there is to know of such a value. */
export interface ArrayLikeTraits<T> {
  /** `a tracked`, `a constant`: how messages begin. */
  kind: string;
  /** Where to find plain numbers, to compare or to print. */
  plain: string;
  shape(x: T): ReadonlyVector;
  /** Entry i of a vector, row i of a matrix. */
  entry(x: T, i: number): unknown;
  /** The value in a few words, for those who print it. */
  describe(x: T): string;
}

/** What arrays have that takes nothing but entries: it gets a true array of them. */
const ITERATING = [
  "map",
  "forEach",
  "filter",
  "reduce",
  "reduceRight",
  "some",
  "every",
  "find",
  "findIndex",
  "findLast",
  "findLastIndex",
  "flatMap",
  "entries",
  "keys",
  "values",
  "toReversed",
  "with",
] as const;

const CHANGING = [
  "push",
  "pop",
  "shift",
  "unshift",
  "splice",
  "fill",
  "copyWithin",
  "reverse",
  "sort",
];
/** What other libraries know of a shape: undefined, it would end a loop before its first turn. */
const FOREIGN = ["ndim", "rows", "cols"];
const COMPARING = ["includes", "indexOf", "lastIndexOf", "join", "toSorted", "toSpliced"];

/** Lets values of a class, given by its prototype, pass for arrays. */
export function behaveLikeArray<T extends object>(prototype: T, traits: ArrayLikeTraits<T>): void {
  const named = (x: T): string => `${traits.kind} ${noun(traits.shape(x))}`;
  const refuse = (x: T, what: string, instead: string): never => {
    throw new TypeError(`${named(x)} ${what}: ${instead}`);
  };
  const list = (x: T): unknown[] => Array.from(x as Iterable<unknown>);
  const unchangeable = (x: T) =>
    refuse(x, "cannot be changed", "make a new one, with map, concat, stack or where");

  const entryAt = (x: T, key: string): unknown => {
    const i = Number(key);
    const [n] = traits.shape(x);
    if (n === undefined) return refuse(x, "has no entries", `it has no [${key}]`);
    if (Number.isInteger(i) && i >= 0 && i < n) return traits.entry(x, i);
    const range = n === 0 ? "is empty" : `has the entries 0 to ${n - 1}`;
    throw new RangeError(`${named(x)} of length ${n} ${range}, it has no [${key}]`);
  };

  const define = (name: PropertyKey, value: unknown) =>
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  for (const name of ITERATING) {
    define(name, function (this: T, ...args: never[]) {
      const array = list(this) as unknown as Record<string, (...args: never[]) => unknown>;
      return array[name](...args);
    });
  }
  for (const name of CHANGING) {
    define(name, function (this: T) {
      return unchangeable(this);
    });
  }
  for (const name of COMPARING) {
    define(name, function (this: T) {
      return refuse(this, `has no ${name}`, `it works on plain numbers, ${traits.plain}`);
    });
  }
  for (const name of FOREIGN) {
    Object.defineProperty(prototype, name, {
      get(this: T) {
        return refuse(this, `has no ${name}`, "its shape is in x.shape, its length in x.length");
      },
    });
  }
  Object.defineProperty(prototype, "size", {
    get(this: T) {
      return traits.shape(this).reduce((count, n) => count * n, 1);
    },
  });
  Object.defineProperty(prototype, "length", {
    get(this: T) {
      return traits.shape(this)[0];
    },
    set(this: T) {
      unchangeable(this);
    },
  });
  define(Symbol.iterator, function* (this: T) {
    const [n] = traits.shape(this);
    if (n === undefined) refuse(this, "cannot be taken apart", "it has no entries");
    for (let i = 0; i < n; i++) yield traits.entry(this, i);
  });
  Object.defineProperty(prototype, Symbol.isConcatSpreadable, {
    get(this: T) {
      return traits.shape(this).length > 0;
    },
  });

  const describe = function (this: T) {
    return traits.describe(this);
  };
  for (const name of ["toString", "toJSON", Symbol.for("nodejs.util.inspect.custom")]) {
    define(name, describe);
  }
  define(Symbol.toPrimitive, function (this: T, hint: string) {
    if (hint === "string") return traits.describe(this);
    throw new TypeError(
      `${traits.kind} value cannot be used with +, -, *, /, < or Math: write add(x, y), mul(x, y) or sin(x), and compare plain numbers, ${traits.plain}`,
    );
  });

  // What is found neither in a value nor in its class is looked for here: above all x[i].
  Object.setPrototypeOf(
    prototype,
    new Proxy(Object.create(Object.prototype) as object, {
      get(target, key, x) {
        return isIndex(key) ? entryAt(x, key) : Reflect.get(target, key, x);
      },
      has(target, key) {
        return isIndex(key) || Reflect.has(target, key);
      },
      set(_target, _key, _value, x) {
        return unchangeable(x);
      },
    }),
  );
}

/** Whether a key is meant as a place: a number as text, also one that is no place at all. */
function isIndex(key: string | symbol): key is string {
  if (typeof key === "symbol") return false;
  return String(Number(key)) === key || key === "undefined" || key === "null";
}

function noun(shape: ReadonlyVector): string {
  return ["number", "vector", "matrix"][shape.length];
}
