/**
 * RFC 4180 text, or the same with tabs, → rows of cells: quotes, doubled quotes, line breaks inside quotes, CRLF, LF or CR, a
 * byte order mark.
 * A spreadsheet's `="0123"` is the text inside. Knows nothing of headers: `csv-records.ts` does.
 */
export class CsvError extends Error {
  readonly code = 'csv-unreadable';

  constructor(readonly row: number) {
    super(`row ${row}: a quote is not closed`);
    this.name = 'CsvError';
  }
}

const tokens = {
  ',': /"((?:[^"]+|"")*)("?)|[^,\r\n]+/y,
  '\t': /"((?:[^"]+|"")*)("?)|[^\t\r\n]+/y,
} as const;

/** A spreadsheet's "Unicode text" has tabs: what the first line with any has, all have. */
const separatorOf = (text: string): keyof typeof tokens => {
  const line = /^.*[,\t].*$/m.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
  return !line.includes(',') && line.includes('\t') ? '\t' : ',';
};

const unformula = (text: string): string => /^="(.*)"$/s.exec(text)?.[1] ?? text;

/** Text after a closing quote belongs to the same cell, as spreadsheets read it. Throws `CsvError` for a quote without end. */
export const readCsv = (text: string): readonly (readonly string[])[] => {
  const separator = separatorOf(text);
  const token = tokens[separator];
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let begun = false;
  const endCell = (): void => {
    row.push(unformula(cell));
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
    begun = false;
  };
  while (at < text.length) {
    const character = text[at];
    if (character === separator) {
      endCell();
      at += 1;
      begun = true;
    } else if (character === '\r' || character === '\n') {
      endRow();
      at += character === '\r' && text[at + 1] === '\n' ? 2 : 1;
    } else {
      token.lastIndex = at;
      const found = token.exec(text);
      if (!found || (found[1] !== undefined && found[2] === '')) throw new CsvError(rows.length);
      // A quote opens only at the beginning of a cell; elsewhere it is a character like others.
      cell += found[1] === undefined ? found[0] : found[1].replaceAll('""', '"');
      at = token.lastIndex;
      begun = true;
    }
  }
  if (begun) endRow();
  return rows;
};
