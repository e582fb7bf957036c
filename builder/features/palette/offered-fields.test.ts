import { expect } from '@open-wc/testing';
import { addMapped } from '../../commands/add-mapped.ts';
import { addQuestion } from '../../commands/add-question.ts';
import { setProperty } from '../../commands/set-property.ts';
import type { Edit } from '../../model/command.ts';
import { EditingSession } from '../../model/session.ts';
import { noDocument } from '../../testing/documents.ts';
import { palette } from '../../testing/palette.ts';
import { offeredFields } from './offered-fields.ts';

const person = palette.find(({ id }) => id === 'API.7QovE2Gev6')!;
const household = palette.find(({ id }) => id === 'API.UDauDOLyZg')!;
const to = { parent: 'section/section1', index: 0 } as const;
const ticked = (document = noDocument, dataset = person): string[] =>
  offeredFields(document, dataset, to)
    .filter(({ sensible }) => sensible)
    .map(({ field }) => field.path);

it('ticks who it is and the address, and nothing delicate', () => {
  expect(ticked()).to.deep.equal(['$.person_id', '$.person_name', '$.birth_date', '$.household_address']);
  const inRows = ticked(noDocument, household).filter((path) => path.startsWith('$.members[*].'));
  expect(inRows).to.deep.equal([
    '$.members[*].person_id',
    '$.members[*].person_name',
    '$.members[*].relationship',
    '$.members[*].birth_date',
  ]);
});

it('ticks what the service says it collects, and never what is delicate', () => {
  const dataClasses = { 'zh-Hant': '姓名、戶號、婚姻狀況、教育程度', en: '' };
  const { notice } = noDocument.service;
  const document = { ...noDocument, service: { ...noDocument.service, notice: { ...notice, dataClasses } } };
  expect(ticked(document)).to.include('$.household_id');
  expect(ticked(document).join()).not.to.match(/marriage|education/);
});

it('members bring their own names to a form that asks for the name of the applicant', () => {
  const session = new EditingSession(noDocument, { now: () => new Date('2026-11-23T01:00:00Z') });
  session.run(addMapped, { dataset: person, paths: ticked(), to });
  expect(ticked(session.document, household)).to.deep.equal([
    '$.members',
    '$.members[*].person_id',
    '$.members[*].person_name',
    '$.members[*].relationship',
    '$.members[*].birth_date',
  ]);
});

it('by itself ticks no special or delicate column of any dataset', () => {
  for (const dataset of palette)
    for (const { field, sensible } of offeredFields(noDocument, dataset, to))
      if (sensible) {
        expect(field.sensitivity, `${dataset.id} ${field.path}`).not.to.equal('special');
        expect(field.label['zh-Hant'], dataset.id).not.to.match(
          /婚姻|配偶|父姓名|母姓名|教育程度|役別|族別|記事|註記|障礙|診斷|疾病|刑/,
        );
      }
});

it('a first question for an ID number has to be answered', () => {
  const session = new EditingSession(noDocument, { now: () => new Date('2026-11-23T01:00:00Z') });
  session.run(addQuestion, { type: 'national-id', to });
  session.run(setProperty, { of: 'field/question1', key: 'hint', value: { 'zh-Hant': '', en: '' } });
  const outcome = session.ask(addQuestion, { type: 'national-id', to });
  const value = (change: unknown) => (change as { value: { required?: boolean } }).value;
  expect(value((outcome as Edit).changes[0]).required).to.equal(undefined);
  const [section] = session.document.form.steps[0]!.sections;
  expect(section!.fields[0]!.required).to.equal(true);
});
