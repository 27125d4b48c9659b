/** Greek letters and their LaTeX. */
export const GREEK: Readonly<Record<string, string>> = {
  α: "\\alpha",
  β: "\\beta",
  γ: "\\gamma",
  δ: "\\delta",
  ε: "\\epsilon",
  ζ: "\\zeta",
  η: "\\eta",
  θ: "\\theta",
  ι: "\\iota",
  κ: "\\kappa",
  λ: "\\lambda",
  μ: "\\mu",
  ν: "\\nu",
  ξ: "\\xi",
  π: "\\pi",
  ρ: "\\rho",
  σ: "\\sigma",
  τ: "\\tau",
  υ: "\\upsilon",
  φ: "\\phi",
  χ: "\\chi",
  ψ: "\\psi",
  ω: "\\omega",
  Γ: "\\Gamma",
  Δ: "\\Delta",
  Θ: "\\Theta",
  Λ: "\\Lambda",
  Ξ: "\\Xi",
  Π: "\\Pi",
  Σ: "\\Sigma",
  Υ: "\\Upsilon",
  Φ: "\\Phi",
  Ψ: "\\Psi",
  Ω: "\\Omega",
};

/** Signs of mathematics that stand in names, and their LaTeX. */
const SYMBOLS: Readonly<Record<string, string>> = {
  ...GREEK,
  "→": "\\to",
  "↦": "\\mapsto",
  "∞": "\\infty",
  "·": "\\cdot",
  "×": "\\times",
  "−": "-",
  "–": "-",
  "‖": "\\|",
  "≤": "\\le",
  "≥": "\\ge",
  "≠": "\\ne",
  "≈": "\\approx",
  "±": "\\pm",
  "∇": "\\nabla",
  "∂": "\\partial",
  "∈": "\\in",
  "⟨": "\\langle",
  "⟩": "\\rangle",
  "⊥": "\\perp",
  "∑": "\\sum",
  "∏": "\\prod",
  "∫": "\\int",
  ℓ: "\\ell",
  ℝ: "\\mathbb{R}",
  "°": "^\\circ",
};

const RAISED: Readonly<Record<string, string>> = {
  "⁰": "0",
  "¹": "1",
  "²": "2",
  "³": "3",
  "⁴": "4",
  "⁵": "5",
  "⁶": "6",
  "⁷": "7",
  "⁸": "8",
  "⁹": "9",
  "⁺": "+",
  "⁻": "-",
  ⁿ: "n",
  ⁱ: "i",
  ᵏ: "k",
  ᵐ: "m",
  ᵀ: "\\top",
  "⁎": "*",
};

const LOWERED: Readonly<Record<string, string>> = {
  "₀": "0",
  "₁": "1",
  "₂": "2",
  "₃": "3",
  "₄": "4",
  "₅": "5",
  "₆": "6",
  "₇": "7",
  "₈": "8",
  "₉": "9",
  "₊": "+",
  "₋": "-",
  ₙ: "n",
  ᵢ: "i",
  ⱼ: "j",
  ₖ: "k",
  ₘ: "m",
  ₚ: "p",
};

/** Accents that follow their letter in Unicode's decomposed form. */
const ACCENTS: Readonly<Record<string, string>> = {
  "\u0302": "\\hat",
  "\u0303": "\\tilde",
  "\u0304": "\\bar",
};

const any = (table: Readonly<Record<string, string>>) => Object.keys(table).join("");

const MARK = new RegExp(
  `(?<letter>\\p{L})(?<accent>[${any(ACCENTS)}])|(?<raised>[${any(RAISED)}]+)|(?<lowered>[${any(LOWERED)}]+)|(?<symbol>[${any(SYMBOLS)}])`,
  "gu",
);

const spell = (run: string, table: Readonly<Record<string, string>>) =>
  [...run].map((c) => table[c]).join("");

function texMark({
  letter,
  accent,
  raised,
  lowered,
  symbol,
}: Record<string, string | undefined>): string {
  if (letter && accent) return `${ACCENTS[accent]}{${SYMBOLS[letter] ?? letter}}`;
  if (raised) return `^{${spell(raised, RAISED)}}`;
  if (lowered) return `_{${spell(lowered, LOWERED)}}`;
  const tex = SYMBOLS[symbol ?? ""];
  return /[A-Za-z]$/.test(tex) ? `${tex} ` : tex;
}

/**
 * A text as LaTeX: its signs (Greek, operators, raised and lowered figures, accented letters) as
 * commands, and what stands between them as `between` has it.
 */
export function texMarks(text: string, between: (rest: string) => string): string {
  const plain = text.normalize("NFD");
  let [out, at] = ["", 0];
  const pass = (to: number) => {
    if (to > at) out += between(plain.slice(at, to).normalize("NFC"));
  };
  for (const match of plain.matchAll(MARK)) {
    pass(match.index);
    out += texMark(match.groups as Record<string, string | undefined>);
    at = match.index + match[0].length;
  }
  pass(plain.length);
  return out;
}
