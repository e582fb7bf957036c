/** Length in code points, in place of Ajv's helper: names with characters beyond the BMP count as people count them. */
export const codePoints = (text: string): number => [...text].length;
