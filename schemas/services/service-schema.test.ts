import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { ReplacedProof, Service } from './types.ts';

const schema = JSON.parse(await readFile(new URL('service.schema.json', import.meta.url), 'utf8'));

type Keys<T> = { readonly [K in keyof Required<T>]: true };
// The compiler keeps these tables in step with types.ts, the test keeps the schema in step with them.
const service: Keys<Service> = {
  id: true,
  county: true,
  agency: true,
  name: true,
  summary: true,
  modes: true,
  audience: true,
  prepare: true,
  processingDays: true,
  fee: true,
  contact: true,
  legalBasis: true,
  purposes: true,
  purpose: true,
  datasets: true,
  extraDatasetsBasis: true,
  agentBasis: true,
  replaces: true,
  centralService: true,
  special: true,
  notice: true,
  retentionDays: true,
  manual: true,
};
const notice: Keys<Service['notice']> = {
  dataClasses: true,
  period: true,
  area: true,
  recipients: true,
  manner: true,
  rights: true,
  ifRefused: true,
  source: true,
};

const optional = ['extraDatasetsBasis', 'agentBasis', 'centralService', 'special'];
const proof: Keys<ReplacedProof> = { dataset: true, document: true, rule: true, lookUp: true, lookUpNote: true };
const contact: Keys<Service['contact']> = { unit: true, phone: true, hours: true, email: true };

test('the schema knows exactly the properties of types.ts', () => {
  const { $schema, ...properties } = schema.properties;
  assert.equal($schema.const, schema.$id);
  assert.deepEqual(Object.keys(properties).sort(), Object.keys(service).sort());
  assert.deepEqual(
    schema.required.toSorted(),
    Object.keys(service)
      .filter((key) => !optional.includes(key))
      .sort(),
  );
  assert.deepEqual(Object.keys(schema.properties.notice.properties).sort(), Object.keys(notice).sort());
  const { properties: proofs } = schema.properties.replaces.items;
  assert.deepEqual(Object.keys(proofs).sort(), Object.keys(proof).sort());
  assert.deepEqual(Object.keys(schema.properties.contact.properties).sort(), Object.keys(contact).sort());
  assert.deepEqual(schema.properties.notice.required.toSorted(), Object.keys(notice).sort());
});
