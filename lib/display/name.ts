const GREEK =
  /^(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega)$/;

/**
 * The name of a variable as LaTeX: a letter stands as it is, `lambda1` is λ₁, `x_k` is xₖ, `Vt` is Vᵀ,
 * other words are upright, and what holds a backslash, a caret or a brace is LaTeX already.
 */
export function texName(name: string): string {
  if (/[\\^{]/.test(name)) return name;
  if (/^[A-Z]t$/.test(name)) return `${name[0]}^\\top`;
  const [, stem, digits, word] = name.match(/^([A-Za-z]+)(?:_?(\d+)|_(\w+))?$/) ?? [];
  if (stem === undefined) return `\\text{${texText(name)}}`;
  const base = GREEK.test(stem) ? `\\${stem}` : stem.length === 1 ? stem : `\\mathrm{${stem}}`;
  const sub = digits ?? word;
  if (sub === undefined) return base;
  return digits || sub.length === 1
    ? `${base}_{${sub}}`
    : `${base}_{\\mathrm{${sub.replace(/_/g, "\\_")}}}`;
}

/** Text for inside `\text{…}`: what LaTeX would take as a command is escaped. */
export function texText(text: string): string {
  return text.replace(/[\\#$%&_{}^~]/g, (c) => {
    if (c === "\\") return "\\backslash ";
    if (c === "^" || c === "~") return " ";
    return `\\${c}`;
  });
}

/** `name = ` before the middle line of a text that may have several. */
export function textWithName(name: string | undefined, text: string): string {
  if (!name) return text;
  const lines = text.split("\n");
  const middle = Math.floor((lines.length - 1) / 2);
  const lead = `${name} = `;
  return lines.map((line, i) => (i === middle ? lead : " ".repeat(lead.length)) + line).join("\n");
}
