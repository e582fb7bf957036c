import { expect } from '@open-wc/testing';
import { palette } from '../../testing/palette.ts';
import { countOf, findDatasets } from './find-datasets.ts';

const ids = (search: string) =>
  findDatasets(palette, search).flatMap(({ datasets }) => datasets.map(({ dataset }) => dataset.id));

it('shows the whole catalogue when nothing is asked', () => {
  expect(countOf(findDatasets(palette, ' '))).to.equal(palette.length);
});

it('finds a dataset by name, agency, id and English name, whichever way 臺 is written', () => {
  expect(ids('個人戶籍資料')).to.include('API.7QovE2Gev6');
  expect(ids('7qove2')).to.deep.equal(['API.7QovE2Gev6']);
  expect(ids('household')).to.include('API.UDauDOLyZg');
  expect(ids('台')).to.deep.equal(ids('臺'));
});

it('finds a field inside its dataset, and shows that field alone', () => {
  const [found] = findDatasets(palette, '個人戶籍資料 配偶姓名').flatMap(({ datasets }) => datasets);
  expect(found?.fields.map(({ path }) => path)).to.deep.equal(['$.spouse_name']);
});

it('finds nothing where nothing is', () => {
  expect(findDatasets(palette, '沒有這種東西')).to.deep.equal([]);
});
