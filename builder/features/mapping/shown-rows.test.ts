import { expect } from '@open-wc/testing';
import { reliefDocument } from '../../testing/documents.ts';
import { palette } from '../../testing/palette.ts';
import { mappingRows } from './mapping-rows.ts';
import { nameOfSource, orderAfter, policyOf, shownRows, type Order } from './shown-rows.ts';

const rows = mappingRows(reliefDocument, new Map(palette.map((one) => [one.id, one])));
const shown = (more: { show?: 'all' | 'mapped' | 'doubtful' | 'open'; search?: string; order?: Order }) =>
  shownRows(rows, { show: 'all', search: '', ...more }, 'zh-Hant');
const refs = (some: typeof rows) => some.map(({ ref }) => ref);

it('shows all in the order of the form, and parts of them', () => {
  expect(refs(shown({}))).to.deep.equal(refs(rows));
  const [mapped, open] = [shown({ show: 'mapped' }), shown({ show: 'open' })];
  expect(mapped.every(({ sources }) => sources.length)).to.equal(true);
  expect(open.some(({ sources }) => sources.length)).to.equal(false);
  expect(mapped.length + open.length).to.equal(rows.length);
  expect(shown({ show: 'doubtful' }).every(({ doubts }) => doubts.length)).to.equal(true);
});

it('finds by question, id, dataset, field and path; each word has to be there', () => {
  const name = 'field/applicantName';
  for (const search of ['  ', 'applicantname', '個人戶籍資料', '$.person_NAME', '戶籍 姓名'])
    expect(refs(shown({ search })), search).to.include(name);
  expect(refs(shown({ search: '姓名 沒有這個' }))).to.deep.equal([]);
});

it('a heading sorts, turns the order, and gives the form’s back', () => {
  const first = orderAfter(undefined, 'policy');
  const second = orderAfter(first, 'policy');
  expect([first, second, orderAfter(second, 'policy')]).to.deep.equal([
    { column: 'policy', down: false },
    { column: 'policy', down: true },
    undefined,
  ]);
  expect(orderAfter(second, 'state')).to.deep.equal({ column: 'state', down: false });
});

it('sorts by what the column shows', () => {
  const policies = shown({ order: { column: 'policy', down: true } }).map((row) => policyOf(row) ?? '');
  expect(policies).to.deep.equal([...policies].sort().reverse());
  const sources = shown({ order: { column: 'source', down: false } }).map(({ sources: [one] }) =>
    one ? nameOfSource(one, 'zh-Hant') : '',
  );
  expect(sources).to.deep.equal([...sources].sort((a, b) => a.localeCompare(b, 'zh-Hant')));
  const states = shown({ order: { column: 'state', down: false } }).map(({ sources }) => sources.length > 0);
  expect(states).to.deep.equal([...states].sort((a, b) => Number(b) - Number(a)));
});

it('sorting leaves the rows that were given as they were', () => {
  const before = refs(rows);
  shown({ order: { column: 'question', down: true } });
  expect(refs(rows)).to.deep.equal(before);
});
