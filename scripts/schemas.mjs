/** Writes what is derived of the published JSON Schemas: `npm run schemas`, after a change to a type of question. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { fieldDefinitions } from '../schemas/form/field-definitions.ts';

const root = resolve(import.meta.dirname, '..');
const at = (path) => resolve(root, path);

async function write(path, schema) {
  const config = await resolveConfig(at(path));
  writeFileSync(at(path), await format(JSON.stringify(schema, null, 2), { ...config, parser: 'json' }));
}

const form = 'schemas/form/definition.schema.json';
const known = JSON.parse(readFileSync(at(form), 'utf8'));
// What is no question stands in the file itself; a type that is gone goes from it.
const ofFields = Object.entries(known.$defs).filter(([, { allOf }]) => allOf?.[0]?.$ref === '#/$defs/fieldBase');
const kept = Object.fromEntries(
  Object.entries(known.$defs).filter((entry) => !ofFields.some(([name]) => name === entry[0])),
);
await write(form, { ...known, $defs: { ...kept, ...fieldDefinitions() } });

// It reads the one that was just written.
const { formFileSchema } = await import('../server/county/forms/loose-schema.ts');
await write('schemas/builder/form-file.schema.json', formFileSchema);
