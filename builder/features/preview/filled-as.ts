/** What the county app mapped for a test resident → the properties of `<mydata-form>`. Pure. */
import type { OfficialValue, Provenance } from '#schemas/mapping/types.ts';
import type { MappedSample } from '#schemas/wire/builder-api.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import type { MydataForm } from '#components/form/form-element.ts';

export type Filled = Pick<MydataForm, 'official' | 'missing' | 'officialRows'>;

export const nothingFilled: Filled = { official: {}, missing: {}, officialRows: {} };

export function filledAs(
  form: FormDefinition,
  sample: MappedSample,
  catalogue: ReadonlyMap<string, PaletteDataset>,
  now: Date,
): Filled {
  const from = (dataset: string): Provenance => ({
    dataset,
    datasetName: catalogue.get(dataset)?.name['zh-Hant'] ?? dataset,
    agency: catalogue.get(dataset)?.agency['zh-Hant'] ?? '',
    issuedAt: now.toISOString(),
    packageDigest: '0'.repeat(64),
  });
  const official: { [field: string]: OfficialValue } = {};
  for (const [id, { value, policy, source }] of Object.entries(sample.values)) {
    if (id.includes('.')) continue;
    const dataset = sample.sources[id]?.[source]?.dataset ?? '';
    official[id] = { policy, provenance: from(dataset), ...(policy === 'compare' ? {} : { value }) };
  }
  const officialRows: { [group: string]: number } = {};
  const groups = form.steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
  for (const [id, { value, policy }] of Object.entries(sample.rows)) {
    const group = groups.find((field) => field.id === id);
    const dataset = group?.type === 'group' ? (group.rows?.from[0]?.dataset ?? '') : '';
    official[id] = { policy, value: value as OfficialValue['value'] & {}, provenance: from(dataset) };
    officialRows[id] = value.length;
  }
  return { official, officialRows, missing: sample.missing };
}
