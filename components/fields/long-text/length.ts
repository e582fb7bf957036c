/** Code points, as JSON Schema counts: a rare character of a name is one. */
export const lengthOf = (text: string): number => [...text].length;
