/**
 * The engine for payload schemas. Formats are annotations there: a placeholder in a date's place is missing data, not a
 * payload that does not fit.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';

export const payloadEngine = (): Ajv2020 => {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    validateFormats: false,
  });
  ajv.addKeyword('x-mydata');
  return ajv;
};
