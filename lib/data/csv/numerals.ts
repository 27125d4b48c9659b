/**
 * Numbers read from bytes. NaN means "this is no number": a field that says "not known" is told apart
 * before.
 */

const [PLUS, POINT, MINUS, ZERO, NINE, UPPER_E, LOWER_E] = [43, 46, 45, 48, 57, 69, 101];

/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));

/** Digits that a double holds whatever they are. */
const SAFE_DIGITS = 15;

/** From this many digits on, a plus before a whole number is that of a telephone number. */
const PHONE_DIGITS = 8;

/** Digits that two doubles hold. */
const WIDE_DIGITS = 19;

const INFINITE = /^[+-]?inf(inity)?$/i;

/** Whether digits alone, too many to be sure of, are a number that a double holds to the last one. */
const isExact = (digits: string): boolean => BigInt(digits) === BigInt(Number(digits));

function infinite(bytes: Buffer, start: number, end: number): number {
  if (end - start > 9) return Number.NaN;
  const text = bytes.toString("latin1", start, end);
  return INFINITE.test(text) ? (text.startsWith("-") ? -Infinity : Infinity) : Number.NaN;
}

/** What the last bytes did not fit in the fast way: many digits or a large exponent. */
function slow(text: string): number {
  const whole = text.match(/^[+-]?(\d+)(\.0*)?$/)?.[1];
  if (whole !== undefined && !isExact(whole)) return Number.NaN;
  const value = Number(text);
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Digits of 2⁵³ in two halves (Veltkamp's splitting), so that products of halves are exact. */
const SPLIT = 2 ** 27 + 1;

/** a·b − fl(a·b), exactly (Dekker 1971, "A floating-point technique for extending the precision"). */
function productError(a: number, b: number, product: number): number {
  const ta = SPLIT * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = SPLIT * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return al * bl - (product - ah * bh - al * bh - ah * bl);
}

/**
 * (head·10ᵏ + tail)·10ᵖ for 16 to 19 digits and |p| ≤ 22, in twice the precision of a double, and
 * rounded to one where the last bits of the computation do not matter (Ziv's test); NaN where they do.
 */
function wide(head: number, k: number, tail: number, p: number): number {
  const product = head * POWERS[k];
  const high = product + tail;
  const low = productError(head, POWERS[k], product) + (tail - (high - product));
  const scale = POWERS[Math.abs(p)];
  let q: number;
  let rest: number;
  if (p < 0) {
    q = high / scale;
    const back = q * scale;
    rest = (high - back - productError(q, scale, back) + low) / scale;
  } else {
    q = high * scale;
    rest = productError(high, scale, q) + low * scale;
  }
  const doubt = q * 2 ** -96;
  const value = q + (rest - doubt);
  return value === q + (rest + doubt) ? value : Number.NaN;
}

/**
 * The number that bytes start…end−1 write, NaN if they write none: digits with a point and an exponent
 * or without, or an infinity ("inf", "-Infinity").
 *
 * No number are whole ones whose last digits a double cannot hold (two different ids would become
 * one), those beyond its range, and (unless `zeros`) digits with zeros before them, which are codes:
 * 007, or a plus before eight digits and more (a telephone number). The value is correctly rounded: up to 15 digits times a power of ten up to 10²² are
 * rounded once (Clinger 1990, "How to read floating point numbers accurately"), up to 19 in twice the
 * precision; the rest is left to the language.
 *
 * @param decimal - The byte of the decimal sign.
 * @param zeros - Whether leading zeros may be dropped.
 */
export function parseNumber(
  bytes: Buffer,
  start: number,
  end: number,
  decimal = POINT,
  zeros = false,
): number {
  let at = start;
  const negative = bytes[at] === MINUS;
  if (negative || bytes[at] === PLUS) at++;
  const first = at;
  let mantissa = 0;
  let tail = 0;
  let digits = 0;
  let c = bytes[at];
  while (at < end && c >= ZERO && c <= NINE) {
    if (digits < SAFE_DIGITS) mantissa = mantissa * 10 + (c - ZERO);
    else tail = tail * 10 + (c - ZERO);
    if (mantissa > 0) digits++;
    c = bytes[++at];
  }
  const whole = at - first;
  if (whole > 1 && bytes[first] === ZERO && first === start && !zeros) return Number.NaN;
  let fraction = 0;
  if (at < end && c === decimal) {
    c = bytes[++at];
    const point = at;
    while (at < end && c >= ZERO && c <= NINE) {
      if (digits < SAFE_DIGITS) mantissa = mantissa * 10 + (c - ZERO);
      else tail = tail * 10 + (c - ZERO);
      if (mantissa > 0) digits++;
      c = bytes[++at];
    }
    fraction = at - point;
  }
  if (whole + fraction === 0) return infinite(bytes, start, end);
  let exponent = 0;
  const isPhone = bytes[start] === PLUS && at === end && fraction === 0 && digits >= PHONE_DIGITS;
  if (isPhone && !zeros) return Number.NaN;
  if (at < end) {
    if (c !== LOWER_E && c !== UPPER_E) return Number.NaN;
    c = bytes[++at];
    const down = c === MINUS;
    if (down || c === PLUS) at++;
    if (at >= end) return Number.NaN;
    for (; at < end; at++) {
      c = bytes[at];
      if (c < ZERO || c > NINE) return Number.NaN;
      exponent = Math.min(exponent * 10 + (c - ZERO), 1e6);
    }
    if (down) exponent = -exponent;
  }
  const power = exponent - fraction;
  let value = Number.NaN;
  if (power >= -22 && power <= 22) {
    if (digits <= SAFE_DIGITS) {
      value = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
    } else if (digits <= WIDE_DIGITS && whole <= SAFE_DIGITS) {
      value = wide(mantissa, digits - SAFE_DIGITS, tail, power);
    }
  }
  if (!Number.isNaN(value)) return negative ? -value : value;
  const text = bytes.toString("latin1", start, end);
  const plain = decimal === POINT ? text : text.replace(String.fromCharCode(decimal), ".");
  return slow(plain);
}

/** The number that a text writes in the plain way, undefined if it writes none. */
export function numberOf(text: string, zeros: boolean): number | undefined {
  const bytes = Buffer.from(`${text}\n`);
  const value = parseNumber(bytes, 0, bytes.length - 1, undefined, zeros);
  return Number.isNaN(value) ? undefined : value;
}
