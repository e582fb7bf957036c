/** Every dataset's schema and samples: what a colleague who fills in a shape must keep true. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Column } from '../normalise/shape.ts';
import { sampleData } from '../normalise/sample-data.ts';
import { writePayload } from '../normalise/write-payload.ts';
import { isBusinessNumber, isBusinessNumberBefore2023 } from '../taiwan/business-number.ts';
import { isNationalId } from '../taiwan/national-id.ts';
import { datasets } from './catalogue.ts';
import { payloadEngine } from './payload-engine.ts';

const engine = payloadEngine();

const flat = (columns: readonly Column[]): readonly Column[] =>
  columns.flatMap((column) => (column.kind === 'rows' ? [column, ...flat(column.columns)] : [column]));

/** Names that stand beside each other, and so must differ. */
const siblings = (columns: readonly Column[]): readonly (readonly Column[])[] => [
  columns,
  ...columns.flatMap((column) => (column.kind === 'rows' ? siblings(column.columns) : [])),
];

type Described = {
  readonly title?: string;
  readonly description?: string;
  readonly 'x-mydata'?: { readonly [key: string]: unknown };
  readonly properties?: { readonly [name: string]: Described };
};

for (const {
  id,
  no,
  name,
  shape,
  payloadSchema,
  normalise,
  fieldsAre,
  formats,
  specialCategory,
} of datasets.values()) {
  const columns = flat(shape.parts.flatMap((part) => part.columns));
  const payload = writePayload(shape, sampleData(shape));

  test(`${no} ${name['zh-Hant']}: schema is valid and its sample fits`, () => {
    assert.equal(engine.validateSchema(payloadSchema), true, JSON.stringify(engine.errors));
    const validate = engine.compile(payloadSchema);
    assert.ok(validate(payload), JSON.stringify(validate.errors));
    assert.deepEqual(payloadSchema['examples'], [payload]);
    assert.equal(shape.media === 'csv', formats.includes('csv'));
  });

  test(`${no} ${name['zh-Hant']}: its sample comes back from the normaliser, nothing unknown`, () => {
    const read = normalise(payload);
    assert.deepEqual(read.data, sampleData(shape));
    assert.deepEqual(read.unknown, []);
  });

  test(`${no} ${name['zh-Hant']}: titles, descriptions and marks`, () => {
    const { record } = payloadSchema['$defs'] as { readonly record: Described };
    assert.ok(record.properties && Object.keys(record.properties).length > 0);
    for (const property of Object.values(record.properties)) {
      const mark = property['x-mydata'];
      if (!mark) continue; // a named part, whose own properties are described
      assert.ok(property.title && property.description, id);
      assert.ok(mark['fields'] === 'observed' || mark['fields'] === 'assumed');
      if (fieldsAre === 'assumed') assert.equal(mark['fields'], 'assumed');
    }
    for (const column of columns) {
      assert.ok(column.label['zh-Hant'] && column.label.en, `${id} ${column.from}`);
      assert.match(column.to, /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/, id);
      if (shape.media !== 'csv') assert.match(column.from, /^[A-Za-z][A-Za-z0-9_]{0,63}$/, id);
    }
    const specials = columns.some(({ sensitivity }) => sensitivity === 'special');
    assert.equal(specials, specialCategory, `${id}: fields marked special and the dataset’s own mark disagree`);
  });

  test(`${no} ${name['zh-Hant']}: names are used once, ids of samples pass their checksum`, () => {
    for (const group of siblings(shape.parts.flatMap((part) => part.columns))) {
      assert.equal(new Set(group.map(({ to }) => to)).size, group.length, `${id}: ${group.map(({ to }) => to).join()}`);
    }
    for (const part of shape.parts)
      for (const group of siblings(part.columns))
        assert.equal(new Set(group.map(({ from }) => from)).size, group.length, id);
    for (const column of columns) {
      if (column.kind === 'national-id') assert.ok(isNationalId(column.sample), `${id} ${column.from}`);
      if (column.kind === 'business-number')
        assert.ok(isBusinessNumber(column.sample) || isBusinessNumberBefore2023(column.sample), `${id} ${column.from}`);
    }
  });
}
