import { expect } from '@open-wc/testing';
import { findField, type Ref } from '../../model/locate.ts';
import { writeDocument } from '../../model/document.ts';
import { reliefDocument } from '../../testing/documents.ts';
import { FormsProblem } from './forms-api.ts';
import { Designer, FormsCounty } from '../../testing/forms-county.ts';
import { add, all, set, take, text } from '../../testing/two-designers.ts';

const two = async () => {
  const county = new FormsCounty(reliefDocument);
  const [ann, ben] = [await new Designer(county, '王怡君').opened(), await new Designer(county, '蔡宗翰').opened()];
  return { county, ann, ben };
};
const label = (designer: Designer, id: string): string | undefined =>
  findField(designer.document, `field/${id}` as Ref)?.part.label['zh-Hant'];
const lastWords = ({ session }: Designer): string => session.history.done.at(-1)!.words['zh-Hant'];
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('two designers', () => {
  it('work in different places: asked once, both are in one document, and undo leads back to theirs', async () => {
    const { county, ann, ben } = await two();
    await ann.does(set('field/email', 'label', text('甲')));
    await ben.does(set('field/phone', 'label', text('乙')));
    expect(ben.store.state.what).to.equal('conflict');
    const merge = ben.store.merge()!;
    expect(merge.conflicts).to.deep.equal([]);
    expect(merge.applied.mine.map((one) => one['zh-Hant']).join()).to.contain('乙');
    expect(merge.applied.theirs.map((one) => one['zh-Hant']).join()).to.contain('甲');
    await ben.store.settle({});
    expect(ben.store.state.what).to.equal('saved');
    expect([label(ben, 'email'), label(ben, 'phone')]).to.deep.equal(['甲', '乙']);
    expect(county.draft.document).to.deep.equal(ben.document);
    expect(lastWords(ben)).to.contain('王怡君').and.to.contain('蔡宗翰').and.to.contain('乙');
    expect(ben.store.news!.text['zh-Hant']).to.contain('合在一起');
    // Theirs is one step back, what they did before that another.
    ben.session.undo();
    expect([label(ben, 'email'), label(ben, 'phone')]).to.deep.equal(['甲', label(ann, 'phone')]);
    ben.session.undo();
    expect(writeDocument(ben.document)).to.equal(writeDocument(reliefDocument));
    ben.session.redo();
    ben.session.redo();
    expect(label(ben, 'phone')).to.equal('乙');
  });

  it('at one property: what was not chosen is among the kept, whosever it was', async () => {
    for (const choice of ['mine', 'theirs'] as const) {
      const { county, ann, ben } = await two();
      await ann.does(set('field/email', 'label', text('甲')));
      await ben.does(set('field/email', 'label', text('乙')));
      const [conflict] = ben.store.merge()!.conflicts;
      await ben.store.settle({ [conflict!.id]: choice });
      expect(label(ben, 'email')).to.equal(choice === 'mine' ? '乙' : '甲');
      const labels = county.kept.map(({ document }) => findField(document, 'field/email')!.part.label['zh-Hant']);
      expect(labels).to.include(choice === 'mine' ? '甲' : '乙');
      if (choice === 'mine') expect(county.kept[0]).to.include({ by: '蔡宗翰', of: '王怡君', why: 'conflict' });
      expect(ben.store.news!.kept).to.equal(true);
    }
  });

  it('nothing is sent while it is open which work stands, and what is done meanwhile counts', async () => {
    const { county, ann, ben } = await two();
    await ann.does(set('field/email', 'label', text('甲')));
    await ben.does(set('field/phone', 'label', text('乙')));
    const { saves } = county;
    await ben.does(set('field/hospital', 'label', text('丙')));
    await ben.store.save(true);
    expect(county.saves).to.equal(saves);
    await turn();
    expect(JSON.stringify(ben.copies.held.get('emergency-relief')!.document)).to.contain('丙');
    await ben.store.settle({});
    expect(['email', 'phone', 'hospital'].map((id) => label(ben, id))).to.deep.equal(['甲', '乙', '丙']);
  });

  it('a third was faster again: asked again, and all three are there', async () => {
    const { county, ann, ben } = await two();
    await ann.does(set('field/email', 'label', text('甲')));
    await ben.does(set('field/phone', 'label', text('乙')));
    await ann.does(set('field/hospital', 'label', text('丙')));
    await ben.store.settle({});
    expect(ben.store.state.what).to.equal('conflict');
    await ben.store.settle({});
    expect(ben.store.state.what).to.equal('saved');
    for (const one of ['甲', '乙', '丙']) expect(JSON.stringify(county.draft.document)).to.contain(one);
  });

  it('theirs alone: mine is kept as it is now, not as it was when it was refused', async () => {
    const { county, ann, ben } = await two();
    await ann.does(set('field/email', 'label', text('甲')));
    await ben.does(set('field/phone', 'label', text('乙')));
    await ben.does(set('field/hospital', 'label', text('丙')));
    await ben.store.takeTheirs();
    expect(label(ben, 'email')).to.equal('甲');
    expect(ben.store.unsaved).to.equal(false);
    const content = JSON.stringify(county.kept[0]!.document);
    expect(content).to.contain('乙').and.to.contain('丙');
  });

  it('a question that both call question1 becomes two, and each keeps its own', async () => {
    const { county, ann, ben } = await two();
    await ann.does(all(add('section/contact', 0), set('field/question1', 'label', text('甲題'))));
    await ben.does(all(add('section/contact', 0), set('field/question1', 'label', text('乙題'))));
    await ben.store.settle({});
    const { fields } = county.draft.document.form.steps[0]!.sections[1]!;
    expect(
      fields
        .slice(0, 2)
        .map((one) => one.label['zh-Hant'])
        .sort(),
    ).to.deep.equal(['乙題', '甲題']);
    expect(new Set(fields.map(({ id }) => id)).size).to.equal(6);
  });
});

describe('what others did to the draft meanwhile', () => {
  it('published as it was: work goes on from there, and says so', async () => {
    const { county, ann, ben } = await two();
    await ann.does(set('field/email', 'label', text('甲')));
    await ben.opened();
    county.publish('吳佩珊');
    await ben.does(set('field/phone', 'label', text('乙')));
    // Whoever waits for the save, to check or to send, goes by what is there then.
    expect(ben.store.state.what).to.equal('saved');
    expect(ben.store.news!.text['zh-Hant']).to.equal('吳佩珊發布了新版本。您的修改都還在，接在它後面。');
    expect(ben.store.draft!.base).to.equal(2);
    expect(JSON.stringify(county.draft.document)).to.contain('甲').and.to.contain('乙');
  });

  it('discarded: the merge is asked, mine is in it, theirs is what was before', async () => {
    const { county, ann, ben } = await two();
    await ann.does(set('field/email', 'label', text('甲')));
    await ben.opened();
    county.discard('王怡君');
    await ben.does(set('field/phone', 'label', text('乙')));
    const { state } = ben.store;
    expect(state.what === 'conflict' && state.conflict.how).to.equal('discarded');
    await ben.store.settle({});
    expect(label(ben, 'phone')).to.equal('乙');
    expect(label(ben, 'email')).to.equal(findField(reliefDocument, 'field/email')!.part.label['zh-Hant']);
  });

  it('replaced by an earlier content, with nothing of mine: the newest is shown, visibly', async () => {
    const { county, ben, ann } = await two();
    await ann.does(set('field/email', 'label', text('甲')));
    county.replace('王怡君', reliefDocument);
    ben.session.run({ id: 'x', run: () => ({ changes: [], words: text('x') }) }, undefined);
    await ben.store.save(true);
    expect(ben.store.state.what).to.equal('saved');
    expect(ben.store.revision).to.equal(county.draft.revision);
  });

  it('somebody who can only look gets the newest, and loses nothing', async () => {
    const { county, ann } = await two();
    const cai = await new Designer(county, '黃國棟', ['approver']).opened();
    await ann.does(set('field/email', 'label', text('甲')));
    const problem = await county
      .as('黃國棟')
      .save('emergency-relief', { document: reliefDocument, history: { done: [], undone: [] }, revision: 0 })
      .catch((error: unknown) => error);
    cai.store.told(problem);
    await turn();
    expect(label(cai, 'email')).to.equal('甲');
    expect(cai.store.news!.text['zh-Hant']).to.contain('王怡君');
  });
});

describe('a line that breaks', () => {
  it('a save whose answer was lost is no other’s work', async () => {
    const { county, ben } = await two();
    county.broken = 'unheard';
    await ben.does(all(add('section/contact', 0), set('field/question1', 'label', text('乙題'))));
    expect(ben.store.state.what).to.equal('offline');
    delete county.broken;
    await ben.does(set('field/question1', 'required', true));
    expect(ben.store.state.what).to.equal('saved');
    expect(county.draft.document.form.steps[0]!.sections[1]!.fields).to.have.length(5);
    expect(ben.store.news).to.equal(undefined);
  });

  it('offline: kept on this computer, taken up after a crash, merged with what came in between', async () => {
    const { county, ann, ben } = await two();
    county.broken = 'away';
    await ben.does(set('field/phone', 'label', text('乙')));
    expect(ben.store.state.what).to.equal('offline');
    const copy = ben.copies.held.get('emergency-relief')!;
    expect(JSON.stringify(copy.document)).to.contain('乙');
    expect(JSON.stringify(copy.base)).not.to.contain('乙');
    delete county.broken;
    await ann.does(set('field/email', 'label', text('甲')));
    const again = await new Designer(county, '蔡宗翰', ['designer'], ben.copies).opened();
    expect(label(again, 'phone')).to.equal('乙');
    await again.store.save();
    expect(again.store.state.what).to.equal('conflict');
    await again.store.settle({});
    expect([label(again, 'email'), label(again, 'phone')]).to.deep.equal(['甲', '乙']);
    expect(ben.copies.held.size).to.equal(0);
  });

  it('a copy that does not say what it was made from asks about every difference, and takes nothing away', async () => {
    const { county, ann, ben } = await two();
    county.broken = 'away';
    await ben.does(all(set('field/phone', 'label', text('乙')), take('field/hospital')));
    delete county.broken;
    const { base: _base, ...old } = ben.copies.held.get('emergency-relief')!;
    await ben.copies.write('emergency-relief', old);
    await ann.does(set('field/phone', 'label', text('甲')));
    const again = await new Designer(county, '蔡宗翰', ['designer'], ben.copies).opened();
    await again.store.save();
    const { conflicts } = again.store.merge()!;
    expect(conflicts.map(({ id }) => id)).to.deep.equal(['field/phone/label']);
    await again.store.settle({ 'field/phone/label': 'mine' });
    expect(label(again, 'phone')).to.equal('乙');
    expect(label(again, 'hospital')).to.be.a('string');
  });

  it('theirs can not be read at the moment: mine stays here, and it is tried again', async () => {
    const { ann, ben } = await two();
    await ann.does(set('field/email', 'label', text('甲')));
    const { api } = ben.store;
    const draft = api.draft;
    api.draft = async () => {
      throw new FormsProblem(0, 'network');
    };
    await ben.does(set('field/phone', 'label', text('乙')));
    expect(ben.store.state.what).to.equal('offline');
    expect(JSON.stringify(ben.copies.held.get('emergency-relief')!.document)).to.contain('乙');
    api.draft = draft;
    await ben.store.save();
    expect(ben.store.state.what).to.equal('conflict');
  });
});

describe('something kept', () => {
  it('takes the place of the draft as an edit, keeps what was replaced, and can be undone', async () => {
    const { county, ann } = await two();
    await ann.does(set('field/email', 'label', text('甲')));
    const before = writeDocument(ann.document);
    await ann.store.restore(reliefDocument, text('還原'), { version: 1 });
    expect(county.restored).to.deep.equal([{ version: 1 }]);
    expect(writeDocument(county.draft.document)).to.equal(writeDocument(reliefDocument));
    expect(county.kept[0]).to.include({ by: '王怡君', why: 'restored' });
    expect(writeDocument(county.kept[0]!.document)).to.equal(before);
    expect(lastWords(ann)).to.equal('還原');
    ann.session.undo();
    await ann.store.save();
    expect(writeDocument(county.draft.document)).to.equal(before);
    expect(county.kept).to.have.length(1);
    expect(county.restored).to.have.length(1);
  });

  it('offline, changed and closed before the county has it: it still says what it was brought back from', async () => {
    const { county, ann } = await two();
    await ann.does(set('field/email', 'label', text('甲')));
    county.broken = 'away';
    await ann.store.restore(reliefDocument, text('還原'), { kept: 'kept7' });
    await ann.does(set('field/phone', 'label', text('乙')));
    delete county.broken;
    const again = await new Designer(county, '王怡君', ['designer'], ann.copies).opened();
    await again.store.save();
    expect(again.store.state.what).to.equal('saved');
    expect(label(again, 'phone')).to.equal('乙');
    expect(county.restored).to.deep.equal([{ kept: 'kept7' }]);
    expect(county.kept[0]).to.include({ by: '王怡君', why: 'restored' });
    await again.does(set('field/phone', 'label', text('丙')));
    expect(county.restored).to.have.length(1);
  });

  it('merged with what another did meanwhile: it still says so', async () => {
    const { county, ann, ben } = await two();
    await ann.does(set('field/email', 'label', text('甲')));
    await ben.store.restore(
      { ...reliefDocument, service: { ...reliefDocument.service, fee: text('丁') } },
      text('還原'),
      {
        kept: 'kept7',
      },
    );
    expect(ben.store.state.what).to.equal('conflict');
    expect(county.restored).to.deep.equal([]);
    await ben.store.settle({});
    expect(ben.store.state.what).to.equal('saved');
    expect(county.restored).to.deep.equal([{ kept: 'kept7' }]);
  });
});

describe('the history around it', () => {
  it('an edit after an undo ends what could be done again; typing does not join across an undo', async () => {
    const { ann } = await two();
    const type = (words: string) =>
      ann.session.run(
        {
          id: 'type',
          run: () => ({
            changes: [
              { op: 'set', path: ['service'], key: 'fee', before: ann.document.service.fee, after: text(words) },
            ] as never,
            words: text(words),
            key: 'fee',
          }),
        },
        undefined,
      );
    type('一');
    type('二');
    ann.session.undo();
    expect(ann.session.history.undone).to.have.length(1);
    type('三');
    expect(ann.session.history.undone).to.have.length(0);
    expect(ann.session.history.done.map(({ words }) => words['zh-Hant'])).to.deep.equal(['一', '三']);
  });

  it('a change for another document is refused, and changes nothing', async () => {
    const { ann } = await two();
    const before = writeDocument(ann.document);
    const stale = () =>
      ann.session.run(
        {
          id: 'stale',
          run: () => ({
            changes: [{ op: 'set', path: ['service'], key: 'fee', before: text('別的'), after: text('一') }] as never,
            words: text('一'),
          }),
        },
        undefined,
      );
    expect(stale).to.throw('not as expected');
    expect(writeDocument(ann.document)).to.equal(before);
    expect(ann.session.history.done).to.have.length(0);
  });
});
