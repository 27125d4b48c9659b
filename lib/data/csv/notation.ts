/** How numbers are written in a column: the decimal sign, and the sign between groups of three digits. */
export interface Notation {
  decimal: string;
  /** Default: none. */
  thousands?: string | undefined;
}

/** 1,234.5 and 1,234,567 and 1234: groups of three digits, and a point or none. */
const COMMA_GROUPS = /^[+-]?([1-9]\d{0,2}(,\d{3})+|\d+)(\.\d*)?$/;

/** 3,14 and 1.234,5 and 1 234,5: a decimal comma, and groups with points or blanks or none. */
const DECIMAL_COMMA = /^[+-]?([1-9]\d{0,2}([.\u0020\u00a0\u202f'’]\d{3})+|\d+)(,\d+)?$/;

/** 3.644.826: points that can only part thousands, as there are two of them. */
const POINT_GROUPS = /^[+-]?([1-9]\d{0,2}(\.\d{3})+|\d{1,3})$/;
const TWO_POINTS = /\..*\./;

/**
 * What the commas (and where there are none, the points) in a column of numbers mean: a notation,
 * "either", or undefined if it holds others.
 */
export function notationOf(fields: readonly string[]): Notation | "either" | undefined {
  const groups = fields.every((field) => COMMA_GROUPS.test(field));
  const decimal = fields.every((field) => DECIMAL_COMMA.test(field));
  if (!groups && !decimal) return undefined;
  if (!fields.some((field) => field.includes(","))) {
    const points = fields.every((field) => POINT_GROUPS.test(field));
    return points && fields.some((field) => TWO_POINTS.test(field))
      ? { decimal: ",", thousands: "." }
      : undefined;
  }
  // every 1,234 may be 1.234 too; one 0,234 or 1234,5 decides for all
  if (groups && decimal) return "either";
  if (groups) return { decimal: ".", thousands: "," };
  const group = fields.join("").match(/[.\s'’]/)?.[0];
  return { decimal: ",", thousands: group };
}

/** Blanks that print as one. */
const BLANKS = "[\\u0020\\u00a0\\u202f]";

/**
 * Turns numbers of this notation into plain ones, with a point and without groups; what is not so
 * written (1,23 with groups of three) into "", which is no number.
 */
export function plainNumber({ decimal, thousands }: Notation): (field: string) => string {
  const sign = (c: string) => (/\s/.test(c) ? BLANKS : c.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const point = sign(decimal);
  const whole = thousands ? `\\d{1,3}(?:${sign(thousands)}\\d{3})+|\\d*` : "\\d*";
  const number = new RegExp(`^([+-]?)(${whole})(?:${point}(\\d*))?([eE][+-]?\\d+)?$`);
  return (field) => {
    const [, minus, digits = "", rest, power = ""] = field.match(number) ?? [];
    if (minus === undefined) return "";
    return `${minus}${digits.replace(/\D/g, "")}${rest === undefined ? "" : `.${rest}`}${power}`;
  };
}
