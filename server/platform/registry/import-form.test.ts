import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { importForm } from './import-form.ts';
import { lineOf, lineOfSyntaxError } from './locate.ts';
import { dateInTaiwan, dayBegins } from '#schemas/taiwan/calendar.ts';
import { choicesText, firstDayFrom, readDefinition } from './read-form.ts';
import { refusals } from './rules/index.ts';
import { judge } from './rules/index.ts';
import { context } from './sample.fixture.ts';

const folder = new URL('../../../schemas/services/chiayi/', import.meta.url);
const file = (service: string, name: string): string =>
  readFileSync(new URL(`${service}/${name}.json`, folder), 'utf8');

for (const id of readdirSync(folder))
  test(`the published form of ${id} becomes an application that lacks only what a form can not say`, () => {
    const imported = importForm(file(id, 'service'), file(id, 'form'));
    assert.ok(imported.ok, JSON.stringify(imported));
    const { definition } = imported;
    for (const { id: dataset, fields } of definition.datasets) assert.ok(fields.length, dataset);
    const open = new Set(refusals(judge(definition, context)).map(({ field }) => field.replace(/\.\d+\./, '.')));
    assert.deepEqual(
      [...open].sort(),
      ['centralService', 'contactEmail', 'datasets.lookUp', 'returnUrl', 'spApiUrl'].sort(),
    );
  });

test('the one file that the builder exports is the same application as the two that are published', () => {
  const [service, form] = [file('senior-card', 'service'), file('senior-card', 'form')];
  const one = (more: object = {}) =>
    JSON.stringify(
      { format: 'mydata-form-file-1', service: JSON.parse(service), form: JSON.parse(form), ...more },
      null,
      2,
    );
  assert.deepEqual(importForm(one(), ''), importForm(service, form));
  const broken = one({ service: { ...(JSON.parse(service) as object), modes: ['by-phone'] } });
  const refused = importForm(broken, '');
  assert.ok(!refused.ok);
  assert.deepEqual(
    refused.mistakes.map(({ file: name, path }) => [name, path]),
    [['表單檔', '/service/modes/0']],
  );
  assert.match(broken.split('\n')[(refused.mistakes[0]?.line ?? 0) - 1] ?? '', /by-phone/);
  const half = importForm(one({ form: undefined }), '');
  assert.ok(!half.ok && half.mistakes.some(({ text }) => text.includes('form')));
  const cut = importForm(one().slice(0, -20), '');
  assert.ok(!cut.ok);
  assert.equal(cut.mistakes.length, 1, 'one text is told once');
});

test('a bad file is refused with file, line and field', () => {
  const service = file('senior-card', 'service');
  const form = file('senior-card', 'form');
  const mistakes = (one: string, two = form) => {
    const imported = importForm(one, two);
    assert.ok(!imported.ok);
    return imported.mistakes;
  };
  assert.deepEqual(
    mistakes('').map(({ file: name, text }) => [name, text]),
    [['service.json', '請選擇這個檔案。']],
  );
  assert.equal(mistakes('{\n  "id": "x",\n  oops\n}')[0]?.line, 3);
  const broken = JSON.parse(service) as { modes: unknown; retentionDays?: unknown };
  broken.modes = ['by-phone'];
  const text = JSON.stringify(broken, null, 2);
  const [wrong] = mistakes(text);
  assert.deepEqual([wrong?.file, wrong?.path], ['service.json', '/modes/0']);
  assert.match(text.split('\n')[(wrong?.line ?? 0) - 1] ?? '', /by-phone/);
  delete broken.retentionDays;
  assert.ok(mistakes(JSON.stringify(broken)).some(({ text: said }) => said.includes('retentionDays')));
  // A form that uses a dataset which its service does not ask for.
  assert.ok(mistakes(service, file('emergency-relief', 'form')).length);
});

test('a file made to exhaust its reader is refused like any other', () => {
  const refused = (text: string) => {
    assert.equal(importForm(file('senior-card', 'service'), text).ok, false);
    const imported = importForm(text, file('senior-card', 'form'));
    assert.ok(!imported.ok);
    return imported.mistakes[0];
  };
  const many = 100_000;
  assert.equal(refused(`[${'1,\n'.repeat(many)}]`)?.line, many + 1);
  assert.equal(refused('[\n'.repeat(many))?.line, many + 1);
  assert.equal(refused(`\n${'['.repeat(many)}${']'.repeat(many)}`)?.line, 2);
  assert.match(refused('{"a":'.repeat(many) + '1' + '}'.repeat(many))?.text ?? '', /層數太多/);
  assert.equal(refused(`["${'[\\"'.repeat(many)}"]`)?.path, '', 'brackets in a text are text');
  const crowded = JSON.parse(file('senior-card', 'service')) as { purposes: unknown };
  crowded.purposes = Array.from({ length: many }, () => 5);
  assert.equal(importForm(JSON.stringify(crowded, null, 1), file('senior-card', 'form')).ok, false);
});

test('lines are found by pointer', () => {
  const text = '{\n "a": [\n  1,\n  {"b/c": "x"}\n ],\n "d": "}"\n}';
  assert.equal(lineOf(text, ''), 1);
  assert.equal(lineOf(text, '/a/0'), 3);
  assert.equal(lineOf(text, '/a/1/b~1c'), 4);
  assert.equal(lineOf(text, '/d'), 6);
  assert.equal(lineOf(text, '/a/7'), 2);
  assert.equal(lineOfSyntaxError('{\n "a": 1,\n}'), 3);
  assert.equal(lineOfSyntaxError('{"a": '), 1);
});

test('the form’s own texts are read as they are meant', () => {
  const read = readDefinition({
    name: ' 急難\r\n救助\u202e ',
    purposeCodes: '057、175 ０６４',
    dataClasses: 'c001,C011',
    modes: ['online', 'by-phone'],
    retentionDays: '１８２５',
    'datasets.0.id': 'API.a',
    'datasets.0.shown': 'API.a',
    'datasets.0.fields': ['$.x', '$.y'],
    'datasets.1.id': '',
    'datasets.2.id': 'API.b',
    'datasets.2.shown': 'API.a',
    'datasets.2.fields': '$.x',
    addresses: '203.0.113.5\r\n203.0.113.6',
  });
  assert.equal(read.name, '急難 救助');
  assert.deepEqual(read.purposeCodes, ['057', '175', '064']);
  assert.deepEqual(read.dataClasses, ['C001', 'C011']);
  assert.deepEqual(read.modes, ['online']);
  assert.equal(read.retentionDays, 1825);
  assert.deepEqual(
    read.datasets.map(({ id, fields }) => [id, fields]),
    [
      ['API.a', ['$.x', '$.y']],
      ['API.b', []],
    ],
  );
  assert.deepEqual(read.addresses, ['203.0.113.5', '203.0.113.6']);
  assert.equal(readDefinition({}).retentionDays, undefined);
});

test('what the form has no inputs for comes back as it was, of what is still asked for', () => {
  const imported = importForm(file('long-term-care', 'service'), file('long-term-care', 'form'));
  assert.ok(imported.ok);
  const { anyOf, counter, datasets } = imported.definition;
  assert.equal(anyOf?.length, 1);
  const body = (ids: readonly string[], choices = choicesText(imported.definition)) => ({
    ...Object.fromEntries(ids.map((id, index) => [`datasets.${index}.id`, id])),
    modes: ['online', 'counter'],
    choices,
  });
  const ids = datasets.map(({ id }) => id);
  const read = readDefinition(body(ids));
  assert.deepEqual([read.anyOf, read.counter], [anyOf, counter]);
  const fewer = readDefinition(body(ids.slice(1)));
  assert.deepEqual([fewer.anyOf, fewer.counter?.atLeast], [undefined, []]);
  for (const choices of ['', '{', '[]', '{"anyOf":[["a","b"]]}', '{"anyOf":5,"counter":{"atLeast":[{"n":"x"}]}}'])
    assert.equal(readDefinition(body(ids, choices)).anyOf, undefined, choices);
});

test('days are Taipei’s', () => {
  assert.equal(dayBegins('2026-12-23')?.toISOString(), '2026-12-22T16:00:00.000Z');
  for (const bad of ['2026-02-31', '2026-13-01', '23/12/2026', '']) assert.equal(dayBegins(bad), undefined, bad);
  assert.equal(dateInTaiwan(new Date('2026-12-22T16:00:00Z')), '2026-12-23');
  assert.equal(firstDayFrom(new Date('2026-12-22T16:00:00Z')), '2026-12-23');
  assert.equal(firstDayFrom(new Date('2026-12-22T16:00:01Z')), '2026-12-24');
});
