/** A line of a CSV file: its fields, and the number of the line it begins on. */
export interface CsvRow {
  fields: string[];
  line: number;
}

/**
 * Splits CSV text into records (RFC 4180): fields between commas, or in double quotes, inside which
 * commas and line breaks are text and `""` is a quote. Lines end in LF or CRLF; empty lines are skipped.
 *
 * @param text - The whole file.
 * @param separator - One character. Default ",".
 * @throws SyntaxError for a quote that is not closed, or text after a closing quote.
 */
export function parseCSV(text: string, separator = ","): CsvRow[] {
  const records: CsvRow[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const fields: string[] = [];
    const start = line;
    for (;;) {
      const field = text[at] === '"' ? quoted() : bare();
      fields.push(field);
      if (text[at] !== separator) break;
      at++;
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    line++;
    if (fields.length > 1 || fields[0] !== "") records.push({ fields, line: start });
  }
  return records;

  function bare(): string {
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r")
      at++;
    return text.slice(from, at);
  }

  function quoted(): string {
    const start = line;
    let field = "";
    for (let from = at + 1; ; from = at + 1) {
      at = text.indexOf('"', from);
      if (at < 0) throw new SyntaxError(`line ${start}: a quote is opened and not closed`);
      const part = text.slice(from, at);
      field += part;
      line += part.split("\n").length - 1;
      at++;
      if (text[at] !== '"') break;
      field += '"';
    }
    if (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") {
      throw new SyntaxError(`line ${line}: text follows a closing quote`);
    }
    return field;
  }
}
