import type { ErrorObject } from 'ajv/dist/2020.js';
import { problem, type DefinitionProblem } from '#schemas/form/problem.ts';

/** Ajv's own words in English; in Chinese what to do, by keyword. */
export function schemaProblem({ instancePath, keyword, params, message = keyword }: ErrorObject): DefinitionProblem {
  const limit = String(params['limit']);
  const named: unknown = params['missingProperty'] ?? params['additionalProperty'] ?? params['unevaluatedProperty'];
  const todo: { readonly [keyword: string]: string } = {
    required: `請補上「${String(named)}」。`,
    additionalProperties: `不認得「${String(named)}」，請刪除或改正拼字。`,
    unevaluatedProperties: `不認得「${String(named)}」，請刪除或改正拼字。`,
    discriminator: '沒有這種欄位類型，請改用文件列出的類型。',
    const: '請改成規定的值。',
    enum: '請改用規定的選項。',
    type: '資料類型不對，請檢查是否該是文字、數字或清單。',
    pattern: '寫法不對，請檢查格式。',
    format: '寫法不對，請檢查格式。',
    minItems: `至少要有 ${limit} 項。`,
    maxItems: `最多 ${limit} 項，請刪掉多的。`,
    minLength: limit === '1' ? '不能空白。' : `至少要有 ${limit} 個字。`,
    maxLength: `最多 ${limit} 個字，請寫短一點。`,
    minimum: `不能小於 ${limit}。`,
    maximum: `不能大於 ${limit}。`,
    exclusiveMinimum: `必須大於 ${limit}。`,
    exclusiveMaximum: `必須小於 ${limit}。`,
    multipleOf: `必須是 ${String(params['multipleOf'])} 的倍數。`,
    uniqueItems: '有重複的項目，請刪掉多的。',
  };
  const about = named === undefined ? '' : ` ("${String(named)}")`;
  return problem(instancePath, `schema-${keyword}`, todo[keyword] ?? '不符合規定，請檢查。', `${message}${about}`);
}
