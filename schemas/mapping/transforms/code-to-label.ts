/** `table`: what the agency writes → what the question takes. What is not in the table cannot be read. */
import { anyText, textTransform } from './transform.ts';
import { isObject } from '../../json.ts';

const isTable = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every((label) => typeof label === 'string');

export const codeToLabel = textTransform(
  'code-to-label',
  anyText,
  'text',
  (text, step) => {
    const table = step['table'];
    return isTable(table) && Object.hasOwn(table, text) ? table[text] : undefined;
  },
  { table: { required: true, fits: isTable } },
);
