/** Schemas of unfinished work: what things are, not how much or how well. From them the schema of a form file. */
import formSchema from '#schemas/form/definition.schema.json' with { type: 'json' };
import serviceSchema from '#schemas/services/service.schema.json' with { type: 'json' };

const measures = [
  ...['minLength', 'maxLength', 'pattern', 'format', 'minItems', 'maxItems', 'uniqueItems', 'minimum', 'maximum'],
  ...['contains', 'minContains', 'maxContains', '$id', '$schema'],
];

/** `names`: the keys are names of properties, not keywords. */
function loose(schema: unknown, names = false): unknown {
  if (Array.isArray(schema)) return schema.map((one) => loose(one));
  if (typeof schema !== 'object' || schema === null) return schema;
  // A tuple is made of its length.
  const tuple = 'prefixItems' in schema;
  const goes = (key: string): boolean => measures.includes(key) && !(tuple && /^m(in|ax)Items$/.test(key));
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => names || !goes(key))
      .map(([key, one]) => [key, loose(one, !names && ['properties', '$defs', 'patternProperties'].includes(key))]),
  );
}

const base = 'https://mydata-county-kit.example/schemas';

export const looseService = { $id: `${base}/draft-service-1.json`, ...(loose(serviceSchema) as object) };
export const looseForm = { $id: `${base}/draft-form-1.json`, ...(loose(formSchema) as object) };

export const fileFormat = 'mydata-form-file-1';

/** `schemas/builder/form-file.schema.json`; a test keeps the two in step. */
export const formFileSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `${base}/form-file-1.json`,
  title: 'Form file 表單檔',
  description:
    'A service and its form in one file, finished or not, as the form builder exports and imports it. Texts may be empty here; what a published form needs is said by service-1.json and form-1.json.',
  type: 'object',
  properties: {
    $schema: { const: `${base}/form-file-1.json` },
    format: { const: fileFormat },
    exportedAt: { type: 'string', description: 'ISO 8601.' },
    version: { type: 'integer', description: 'The published version that it holds; absent: a draft.' },
    service: { $ref: looseService.$id },
    form: { $ref: looseForm.$id },
  },
  required: ['format', 'service', 'form'],
  additionalProperties: false,
  $defs: { service: looseService, form: looseForm },
} as const;
