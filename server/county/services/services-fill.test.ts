import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { datasets } from '#schemas/datasets/catalogue.ts';
import type { JsonValue, NormalValue } from '#schemas/datasets/types.ts';
import { fieldErrors } from '#schemas/form/field-errors.ts';
import { visibleFields } from '#schemas/form/reachable.ts';
import { mapForm, type Received } from '#schemas/mapping/map.ts';
import { compileValidator } from '../publish/compile-validator.ts';
import { loadServices } from './load-services.ts';
import { loadValidator } from '../publish/load-validator.ts';

interface Resident {
  readonly nationalId: string;
  readonly records: { readonly [dataset: string]: JsonValue };
}

const provenance = { dataset: '', datasetName: '', agency: '', issuedAt: '', packageDigest: '' };
const services = await loadServices(fileURLToPath(new URL('../../../schemas/services/chiayi', import.meta.url)));
const clock = { now: () => new Date('2026-11-23T00:00:00Z') };

/** An indigenous name and a resident number are among them: neither may end in a question that can not be answered. */
const residents = ['chen-hsiao-ling', 'pasuya-poiconu', 'nguyen-thi-lan'];

async function received(slug: string): Promise<Received> {
  const file = new URL(`../../sandbox/residents/${slug}.json`, import.meta.url);
  const resident = JSON.parse(await readFile(file, 'utf8')) as Resident;
  return new Map(
    ['API.7QovE2Gev6', 'API.UDauDOLyZg'].map((id) => {
      const normalised = datasets.get(id)!.normalise(resident.records[id]!);
      const members = (normalised.data['members'] ?? []) as readonly { readonly [key: string]: NormalValue }[];
      const self = members.find((member) => member['person_id'] === resident.nationalId);
      return [id, { normalised: { ...normalised, data: { ...normalised.data, ...(self && { self }) } }, provenance }];
    }),
  );
}

for (const { service, form } of services) {
  test(`${service.id}: what the register says is a valid answer`, async () => {
    const validate = await loadValidator((await compileValidator(form)).source, clock);
    for (const slug of residents) {
      const { values, rows, missing } = mapForm(form, await received(slug), { today: '2026-11-23' });
      assert.deepEqual(
        Object.values(missing).filter((reason) => reason === 'unreadable'),
        [],
        slug,
      );
      const official = Object.fromEntries(
        [...Object.entries(values), ...Object.entries(rows)].map(([id, { value }]) => [id, value]),
      );
      const asked = new Set(visibleFields(form, official).map(({ id }) => id));
      const answers = Object.fromEntries(Object.entries(official).filter(([id]) => asked.has(id)));
      validate(answers);
      const wrong = fieldErrors(form, validate.errors ?? []).filter(({ keyword }) => keyword !== 'required');
      assert.deepEqual(wrong, [], slug);
    }
  });
}
