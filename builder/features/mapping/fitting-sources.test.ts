import { expect } from '@open-wc/testing';
import { addMapped } from '../../commands/add-mapped.ts';
import { findField, type Ref } from '../../model/locate.ts';
import { EditingSession } from '../../model/session.ts';
import { noDocument, reliefDocument } from '../../testing/documents.ts';
import { palette } from '../../testing/palette.ts';
import { fittingFields, usableDatasets } from './fitting-sources.ts';

const catalogue = new Map(palette.map((one) => [one.id, one]));
const person = catalogue.get('API.7QovE2Gev6')!;
const household = catalogue.get('API.UDauDOLyZg')!;

const fits = (document: typeof reliefDocument, ref: Ref, dataset = person): string[] =>
  fittingFields(document, { ref, field: findField(document, ref)!.part }, dataset).map(({ path }) => path);

it('offers datasets that have fields and are there', () => {
  const usable = usableDatasets(reliefDocument, catalogue, 'field/email');
  expect(usable).to.include(person);
  expect(usable.every(({ fields, status }) => fields.length && status !== 'planned')).to.equal(true);
});

it('a date fits a date, and is no e-mail', () => {
  expect(fits(reliefDocument, 'field/email')).to.include('$.person_name').and.not.to.include('$.birth_date');
  expect(fits(reliefDocument, 'field/applicantName')).to.include('$.person_name');
});

it('inside a group: only the datasets of its rows, and only what lies in them', () => {
  const session = new EditingSession(noDocument, { now: () => new Date('2026-11-23T01:00:00Z') });
  const to = { parent: 'section/section1', index: 0 } as const;
  session.run(addMapped, { dataset: household, paths: ['$.members'], to });
  const inner = 'field/members.personName';
  expect(usableDatasets(session.document, catalogue, inner).map(({ id }) => id)).to.deep.equal([household.id]);
  const offered = fits(session.document, inner, household);
  expect(offered).to.include('$.members[*].person_name');
  expect(offered.every((path) => path.startsWith('$.members[*].'))).to.equal(true);
});
