/** What each question would be filled with, and what becomes of a value on its way: for the mapping bench and the preview. */
import { catalogue } from '#schemas/datasets/catalogue.ts';
import type { NormalValue } from '#schemas/datasets/types.ts';
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import { fits } from '#schemas/mapping/fits.ts';
import { mapForm, type Received } from '#schemas/mapping/map.ts';
import { findNodes } from '#schemas/mapping/find-nodes.ts';
import { isPath, isSingular } from '#schemas/mapping/path.ts';
import { applySteps } from '#schemas/mapping/transforms/index.ts';
import type { Source } from '#schemas/mapping/types.ts';
import { dateInTaiwan } from '#schemas/taiwan/calendar.ts';
import type { MappedSample, SourceSample } from '#schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import type { Json } from '../drafts/read-input.ts';
import { shapeProblems } from './document.ts';
import { FormsError } from './errors.ts';
import { receivedOf, residentOf } from './residents.ts';
import { noService } from './no-service.ts';
import { isObject } from '#schemas/json.ts';

/**
 * What one invented resident's records would fill into the form that is sent, saved or not; nothing is kept of it.
 * @throws 404 `test-only`, `resident-unknown`; 422 `document-shape`
 */
export function mappedSample(county: County, input: Json): MappedSample {
  const form = readForm(isObject(input.document) ? input.document['form'] : undefined);
  const resident = residentOf(county, input.resident);
  const received = receivedOf(form, resident);
  const today = dateInTaiwan(county.clock.now());
  const { values, rows, missing } = mapForm(form, received, { today });
  const fields = new Map(questionsOf(form).map(({ name, field }) => [name, field]));
  return {
    resident: resident.slug,
    values: Object.fromEntries(
      Object.entries(values).map(([id, { value, policy, source }]) => [
        id,
        {
          value,
          policy,
          source: fields.get(id)?.fill?.from.indexOf(source) ?? 0,
          datasetName: catalogue.get(source.dataset)?.name ?? { 'zh-Hant': source.dataset, en: source.dataset },
        },
      ]),
    ),
    rows: Object.fromEntries(Object.entries(rows).map(([id, { value, policy }]) => [id, { value, policy }])),
    missing,
    sources: samples(form, received, today),
    noRecord: [...received].flatMap(([id, one]) => (one === 'no-record' ? [id] : [])),
  };
}

/** A form in hand, however unfinished. @throws 422 `document-shape` */
export function readForm(input: unknown): FormDefinition {
  const problems = shapeProblems({ service: noService, form: input ?? null });
  if (problems.length) throw new FormsError('document-shape', { problems });
  return input as FormDefinition;
}

const questionsOf = (form: FormDefinition): readonly { readonly name: string; readonly field: Field }[] =>
  form.steps
    .flatMap((step) => step.sections)
    .flatMap((section) => section.fields)
    .map((field) => ({ name: field.id, field }));

function samples(form: FormDefinition, received: Received, today: string): MappedSample['sources'] {
  const found: { [field: string]: readonly SourceSample[] } = {};
  for (const { name, field } of questionsOf(form)) {
    if (field.type === 'group') {
      found[name] = (field.rows?.from ?? []).map((source) => sampleOf(source, undefined, received, rootOf, today));
      for (const inner of field.fields) {
        const read = (dataset: string): NormalValue | undefined => {
          const rows = field.rows?.from.find((one) => one.dataset === dataset);
          const root = rootOf(dataset, received);
          if (!rows || root === undefined || !isPath(rows.path)) return undefined;
          const [first] = findNodes(rows.path, root).map(({ value }) => value);
          return Array.isArray(first) ? (first as readonly NormalValue[])[0] : first;
        };
        if (inner.fill)
          found[`${name}.${inner.id}`] = inner.fill.from.map((source) =>
            sampleOf(source, inner, received, read, today),
          );
      }
    } else if (field.fill) {
      found[name] = field.fill.from.map((source) => sampleOf(source, field, received, rootOf, today));
    }
  }
  return found;
}

function rootOf(dataset: string, received: Received): NormalValue | undefined {
  const one = received.get(dataset);
  return one === undefined || typeof one === 'string' ? undefined : (one.normalised.data as NormalValue);
}

/** `field` undefined: rows, which no question takes. */
function sampleOf(
  source: Pick<Source, 'dataset' | 'path' | 'transforms'>,
  field: Field | undefined,
  received: Received,
  read: (dataset: string, received: Received) => NormalValue | undefined,
  today: string,
): SourceSample {
  const { dataset, path, transforms = [] } = source;
  const one = received.get(dataset);
  const nothing = (missing: SourceSample['missing']): SourceSample => ({
    dataset,
    path,
    after: [],
    fits: false,
    ...(missing && { missing }),
  });
  if (one === undefined) return nothing('not-asked');
  if (typeof one === 'string') return nothing(one);
  if (!isPath(path)) return nothing('unreadable');
  const root = read(dataset, received);
  const nodes = root === undefined ? [] : findNodes(path, root).map(({ value }) => value);
  const found = isSingular(path) ? nodes[0] : nodes;
  if (found === undefined || (Array.isArray(found) && !found.length && !transforms.some(({ use }) => use === 'count')))
    return nothing('empty');
  const after: { use: string; value?: NormalValue }[] = [];
  let value: NormalValue | undefined = found;
  for (const step of transforms) {
    value = value === undefined ? undefined : applySteps(value, [step]);
    after.push({ use: step.use, ...(value !== undefined && { value }) });
    if (value === undefined) break;
  }
  const taken = value !== undefined && (field === undefined || fits(field, value, today));
  return { dataset, path, found, after, fits: taken, ...(taken ? {} : { missing: 'unreadable' as const }) };
}
