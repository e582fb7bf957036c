import { expect } from '@open-wc/testing';
import { noDocument } from '../../testing/documents.ts';
import type { LocalCopies, LocalCopy } from './local-copy.ts';
import { OwnCopies } from './own-copies.ts';

const history = { done: [], undone: [] };
const copyBy = (by?: string): LocalCopy => ({
  document: noDocument,
  history,
  revision: 3,
  sent: [noDocument],
  ...(by === undefined ? {} : { by }),
  at: '2026-11-23T01:00:00Z',
});
const kept = (entries: readonly (readonly [string, LocalCopy])[], room: (copy: LocalCopy) => boolean = () => true) => {
  const map = new Map(entries);
  const copies: LocalCopies = {
    read: async (form) => map.get(form),
    write: async (form, copy) => {
      if (!room(copy)) throw new Error('no room');
      map.set(form, copy);
    },
    remove: async (form) => void map.delete(form),
  };
  return { map, own: new OwnCopies(copies, 'form', '甲') };
};

it('takes up one’s own, and one of an earlier builder that tells no name', async () => {
  for (const by of ['甲', undefined]) {
    const { own, map } = kept([['form', copyBy(by)]]);
    expect((await own.read())?.by).to.equal(by);
    expect([...map.keys()]).to.deep.equal(['form']);
  }
});

it('puts another’s aside, and gives it back to them', async () => {
  const { own, map } = kept([['form', copyBy('乙')]]);
  expect(await own.read()).to.equal(undefined);
  expect([...map.keys()]).to.deep.equal(['form 乙']);
  const both = kept([
    ['form', copyBy('乙')],
    ['form 甲', copyBy('甲')],
  ]);
  expect((await both.own.read())?.by).to.equal('甲');
  expect([...both.map].map(([key, { by }]) => `${key}: ${by}`).sort()).to.deep.equal(['form 乙: 乙', 'form: 甲']);
});

it('without room keeps the work alone, and says where there is no room for that', async () => {
  const some = kept([], (copy) => copy.sent === undefined);
  expect(await some.own.write(copyBy('甲'))).to.equal(true);
  expect(some.map.get('form')).to.deep.include({ by: '甲', revision: 3, history }).and.not.to.have.property('sent');
  const none = kept([], () => false);
  expect([await none.own.write(copyBy('甲')), none.map.size]).to.deep.equal([false, 0]);
});
