/**
 * A cell that begins like a formula would be run by a spreadsheet: an apostrophe before it makes it text. Spreadsheets
 * with an East Asian input take the full-width signs for the same, and look past a line break at the start.
 */
export const harmlessCell = (text: string): string => (/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text);
