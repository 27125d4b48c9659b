import { POWERS, wide } from "./wide";

const [PLUS, POINT, MINUS, ZERO, UPPER_E, LOWER_E] = [43, 46, 45, 48, 69, 101];

/** A whole number from here on has nine digits, and a 32-bit integer has no room for a tenth. */
const FULL = 1e8;

/** Digits beyond those nine: in all a double holds 15 whatever they are, and `%.18e` writes 19. */
const [SAFE, CHUNK, WIDE] = [6, 9, 10];

/** The most digits before the point of a number whose last one a double holds for sure. */
const SAFE_DIGITS = 15;

/** From here on, a plus before a whole number is that of a telephone number. */
const PHONE = 1e7;

const INFINITE = /^[+-]?inf(inity)?$/i;

/** Whether digits alone, too many to be sure of, are a number that a double holds to the last one. */
const isExact = (digits: string): boolean => BigInt(digits) === BigInt(Number(digits));

function infinite(bytes: Buffer, start: number, end: number): number {
  if (end - start > 9 || end - start < 3) return Number.NaN;
  const text = bytes.toString("latin1", start, end);
  return INFINITE.test(text) ? (text.startsWith("-") ? -Infinity : Infinity) : Number.NaN;
}

/** What does not fit in the fast way: many digits or a large exponent. */
function slow(bytes: Buffer, start: number, end: number, decimal: number): number {
  const written = bytes.toString("latin1", start, end);
  const text = decimal === POINT ? written : written.replace(String.fromCharCode(decimal), ".");
  const whole = text.match(/^[+-]?(\d+)(\.0*)?$/)?.[1];
  if (whole !== undefined && !isExact(whole)) return Number.NaN;
  const value = Number(text);
  return Number.isFinite(value) ? value : Number.NaN;
}

/** The exponent that bytes at…end−1 write, an "e" before it, NaN if they write none. */
function exponentOf(bytes: Buffer, at: number, end: number): number {
  if (bytes[at] !== LOWER_E && bytes[at] !== UPPER_E) return Number.NaN;
  const sign = bytes[at + 1];
  let i = sign === MINUS || sign === PLUS ? at + 2 : at + 1;
  if (i >= end) return Number.NaN;
  let exponent = 0;
  for (; i < end; i++) {
    const digit = bytes[i] - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    exponent = Math.min(exponent * 10 + digit, 1e6);
  }
  return sign === MINUS ? -exponent : exponent;
}

/**
 * A number that is read from bytes: first its sign and digits, with at most one point between them, then
 * what follows. Make one and use it again.
 */
export class Digits {
  /** A field of its own, as a number that is returned would be put into a box each time. */
  value = Number.NaN;
  private start = 0;
  private first = 0;
  private at = 0;
  private point = -1;
  /** Of the digits from the first that is no zero on: nine, k after them, of which nine in the tail, and the last. */
  private head = 0;
  private k = 0;
  private tail = 0;
  private last = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly decimal = POINT,
    private readonly zeros = false,
  ) {}

  /** Reads sign and digits from byte `start` on, up to byte `end`; returns the first byte that is none. */
  read(start: number, end: number): number {
    const { bytes, decimal } = this;
    const first = bytes[start] === MINUS || bytes[start] === PLUS ? start + 1 : start;
    let head = 0;
    let k = 0;
    let tail = 0;
    let last = 0;
    let point = -1;
    let at = first;
    for (; at < end; at++) {
      const digit = bytes[at] - ZERO;
      if (digit >>> 0 > 9) {
        if (point >= 0 || bytes[at] !== decimal) break;
        point = at;
      } else if (head < FULL) head = Math.imul(head, 10) + digit;
      else if (k++ < CHUNK) tail = Math.imul(tail, 10) + digit;
      else last = digit;
    }
    this.start = start;
    this.first = first;
    this.at = at;
    this.point = point;
    this.head = head;
    this.k = k;
    this.tail = tail;
    this.last = last;
    return at;
  }

  /** Makes `value` the number that ends before byte `end`, NaN if it is none; what is one see `parseNumber`. */
  finish(end: number): void {
    const { bytes, start, first, at, point, head, k, tail, zeros } = this;
    const sign = bytes[start];
    const whole = (point < 0 ? at : point) - first;
    const fraction = point < 0 ? 0 : at - point - 1;
    this.value = Number.NaN;
    if (whole + fraction === 0) {
      this.value = infinite(bytes, start, end);
      return;
    }
    if (!zeros) {
      if (whole > 1 && bytes[first] === ZERO && first === start) return;
      if (sign === PLUS && at === end && fraction === 0 && head >= PHONE) return;
    }
    const power = at === end ? -fraction : exponentOf(bytes, at, end) - fraction;
    if (Number.isNaN(power)) return;
    let value = Number.NaN;
    if (power >= -22 && power <= 22 && k <= WIDE) {
      if (k <= SAFE) {
        const mantissa = k === 0 ? head : head * POWERS[k] + tail;
        value = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
      } else if (whole <= SAFE_DIGITS) value = wide(head, k, tail, this.last, power);
    }
    if (Number.isNaN(value)) this.value = slow(bytes, start, end, this.decimal);
    else this.value = sign === MINUS ? -value : value;
  }
}
