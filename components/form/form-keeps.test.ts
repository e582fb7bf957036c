import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { DraftView, SaveDraft, Submit } from '#schemas/wire/county-api.ts';
import { fakeCounty } from '../controllers/testing/fake-county.ts';
import type { Answer, FakeCounty } from '../controllers/testing/fake-county.ts';
import { FakeEvents } from '../controllers/testing/fake-events.ts';
import '../define/mydata-form.ts';
import type { MydataForm } from './form-element.ts';
import { definition, draft, officialValue } from './testing/definition.ts';
import { FormDriver } from './testing/form-driver.ts';

const path = '/services/emergency-relief';
const validatorUrl = new URL('./testing/validator.ts', import.meta.url).pathname;
const soon = { timeout: 4000 };
const both = (zh: string) => ({ 'zh-Hant': zh, en: zh });
const refusal = (status: number, code: string): Answer => ({
  status,
  body: { error: { code, message: both(`county says ${code}`) } },
});

/** The form of the other tests with a question for files after the story. */
const withFiles: FormDefinition = {
  ...definition,
  steps: definition.steps.map((step) =>
    step.id !== 'reason'
      ? step
      : {
          ...step,
          sections: step.sections.map((section) => ({
            ...section,
            fields: [
              ...section.fields,
              {
                id: 'receipts',
                type: 'file',
                label: both('收據'),
                accept: ['application/pdf'],
                maxBytes: 1_000_000,
                maxFiles: 3,
              } as const,
            ],
          })),
        },
  ),
};
const file = (id: string) => ({ id, name: `${id}.pdf`, size: 10, type: 'application/pdf' });

describe('<mydata-form> keeps all that the page holds', () => {
  const realEvents = window.EventSource;
  let county: FakeCounty;
  /** Undefined: nothing is kept. */
  let now: DraftView | undefined;
  let blank: DraftView;
  let saves: SaveDraft[];

  beforeEach(() => {
    window.EventSource = FakeEvents as unknown as typeof EventSource;
    blank = draft({ validatorUrl, form: withFiles, files: [] });
    now = undefined;
    saves = [];
    county = fakeCounty({
      [`GET ${path}/draft`]: () => ({ body: now ?? blank }),
      [`PUT ${path}/draft`]: ({ body }) => {
        const save = body as SaveDraft;
        if (!now && (save.draft || save.revision)) return refusal(404, 'draft-gone');
        const held = now ?? blank;
        if ((save.draft && save.draft !== held.id) || save.revision !== held.revision)
          return refusal(409, 'draft-conflict');
        saves.push(save);
        const { answers, claims, confirmed = [] } = save;
        const savedAt = '2026-11-23T06:05:00Z';
        now = { ...held, id: held.id ?? 'first', answers, claims, confirmed, revision: held.revision + 1, savedAt };
        return { body: { id: now.id, savedAt, revision: now.revision } };
      },
    });
  });
  afterEach(() => {
    county.restore();
    window.EventSource = realEvents;
  });

  const mount = async () => {
    const form = await fixture<MydataForm>(html`<mydata-form service="emergency-relief" lang="zh-Hant"></mydata-form>`);
    const page = new FormDriver(form);
    await waitUntil(() => page.title);
    await page.settled();
    return page;
  };
  const saved = async (page: FormDriver) => {
    const before = saves.length;
    await waitUntil(() => saves.length > before || page.form.link.session!.saveState === 'saved', 'saved', soon);
  };

  /** Two pages filled in and saved, and something on the third place that is not. */
  const filled = async () => {
    const page = await mount();
    await page.type('name', '王小明');
    await page.type('phone', '0912345678');
    await page.choose('for', 'self');
    await saved(page);
    await page.press('下一步');
    await page.form.link.session!.flush();
    return page;
  };
  const held = { name: '王小明', phone: '0912345678', for: 'self', reason: '失業' };
  const told = (page: FormDriver) => waitUntil(() => page.button('保留我剛才填的'), 'told', soon);

  const kept = async (page: FormDriver, words: string) => {
    await told(page);
    await expect(page.form).to.be.accessible();
    const count = saves.length;
    await page.press(words);
    await waitUntil(() => saves.length > count, 'saved in the other draft', soon);
    expect(page.form.answers).to.deep.equal(held);
    expect(saves.at(-1)!.answers).to.deep.equal(held);
    expect(page.button('保留我剛才填的')).to.equal(undefined);
    expect(page.text).to.contain('您剛才填的也保留了');
  };

  for (const why of ['deleted in another window', 'sent in another window', 'past its time', 'without its cookie'])
    it(`when the draft is gone: ${why}`, async () => {
      const page = await filled();
      now = undefined;
      await page.type('reason', '失業');
      await kept(page, '開始新的一份，保留我剛才填的全部');
      expect(saves.at(-1)).to.deep.include({ revision: 0 });
      expect(saves.at(-1)).not.to.have.property('draft');
    });

  it('when another window began a new one meanwhile, at the very same revision', async () => {
    const page = await filled();
    now = { ...now!, id: 'second', answers: { relation: '母親', marriage: '有偶' } };
    await page.type('reason', '失業');
    await told(page);
    await page.press('載入最新內容，保留我剛才填的');
    await waitUntil(() => saves.at(-1)?.draft === 'second', 'saved there', soon);
    expect(saves.at(-1)!.answers, 'theirs where this page holds nothing').to.deep.equal({ ...held, marriage: '有偶' });
  });

  it('when another window took an answer away that was saved from here', async () => {
    const page = await filled();
    now = { ...now!, answers: { phone: '0900000000' }, revision: now!.revision + 1 };
    await page.type('reason', '失業');
    await kept(page, '載入最新內容，保留我剛才填的');
  });

  it('but leaves to the other window what was only loaded here', async () => {
    now = { ...blank, id: 'first', revision: 3, answers: { name: '王小明', phone: '0912345678' } };
    const page = await mount();
    now = { ...now, revision: 4, answers: { name: '王小明', phone: '0987654321' } };
    await page.type('marriage', '有偶');
    await told(page);
    await page.press('保留我剛才填的');
    expect(page.form.answers).to.deep.equal({ name: '王小明', phone: '0987654321', marriage: '有偶' });
  });

  it('when the submission finds no draft', async () => {
    now = { ...blank, id: 'first', revision: 2, answers: held };
    const page = await mount();
    await page.press('下一步');
    await page.press('確認內容');
    county.answers[`POST ${path}/applications`] = ({ body }) => {
      expect((body as Submit).draft).to.equal('first');
      return refusal(404, 'draft-gone');
    };
    now = undefined;
    await page.press('送出申請');
    expect(page.text).to.contain('county says draft-gone');
    await kept(page, '開始新的一份，保留我剛才填的全部');
  });

  it('while a package is on its way, and does not take an empty draft for its arrival', async () => {
    blank = { ...blank, transfer: { status: 'fetching', noRecord: [] } };
    const page = await filled();
    blank = { ...blank, transfer: { status: 'none', noRecord: [] } };
    now = undefined;
    FakeEvents.last!.dispatchEvent(new MessageEvent('transfer', { data: '{}' }));
    await told(page);
    expect(page.form.answers).to.deep.include({ name: '王小明', phone: '0912345678' });
    await page.type('reason', '失業');
    await kept(page, '開始新的一份，保留我剛才填的全部');
  });

  it('also where the new one is of a newer version of the form, and names what has no place there', async () => {
    const page = await filled();
    const [person, ...rest] = withFiles.steps;
    const [section] = person!.sections;
    const fields = section!.fields.filter(({ id }) => id !== 'phone');
    const form = { ...withFiles, steps: [{ ...person!, sections: [{ ...section!, fields }] }, ...rest] };
    blank = { ...blank, form, formVersion: 2 };
    now = undefined;
    await page.type('reason', '失業');
    await told(page);
    await page.press('開始新的一份');
    const { phone: _gone, ...others } = held;
    await waitUntil(() => saves.at(-1)?.answers['reason'] === '失業', 'saved', soon);
    expect(saves.at(-1)!.answers).to.deep.equal(others);
    expect(page.root.querySelector('[role=alert]')!.textContent).to.contain('只有這些沒有').and.to.contain('電話');
  });

  it('with claims and what was confirmed, as long as the official value is the same', async () => {
    const official = { name: officialValue('locked', '王小明'), marriage: officialValue('confirm', '有偶') };
    now = { ...blank, id: 'first', revision: 1, official };
    const page = await mount();
    await page.choose('marriage', 'correct');
    page.form.model.setClaim('name', { kind: 'wrong', text: '已改名' });
    page.form.link.session!.touch();
    await saved(page);
    now = { ...now!, id: 'second', claims: {}, confirmed: [] };
    await page.type('phone', '0912345678');
    await told(page);
    await page.press('保留我剛才填的');
    await waitUntil(() => saves.at(-1)?.draft === 'second', 'saved there', soon);
    expect(saves.at(-1)).to.deep.include({
      claims: { name: { kind: 'wrong', text: '已改名' } },
      confirmed: ['marriage'],
      answers: { phone: '0912345678' },
    });
  });

  it('with rows: those typed, and what was typed in official ones, without the official values', async () => {
    const members = { ...officialValue('locked'), value: [{ memberName: '王大明' }, { memberName: '王中明' }] };
    const rows = [{}, { memberWork: '務農' }, { memberName: '李美', memberWork: '護理師' }];
    now = { ...blank, id: 'first', revision: 1, official: { members }, officialRows: { members: 2 } };
    now = { ...now, answers: { members: rows } };
    const page = await mount();
    expect(page.form.answers['members']).to.deep.equal([
      { memberName: '王大明' },
      { memberName: '王中明', memberWork: '務農' },
      { memberName: '李美', memberWork: '護理師' },
    ]);
    now = undefined;
    await page.type('phone', '0912345678');
    await told(page);
    await page.press('開始新的一份');
    await waitUntil(() => saves.length, 'saved', soon);
    expect(saves.at(-1)!.answers).to.deep.equal({ phone: '0912345678', members: rows.slice(1) });
  });

  it('with the files that the county has still, and names those that it has not', async () => {
    now = { ...blank, id: 'first', revision: 1, files: ['a', 'b'], answers: { receipts: [file('a'), file('b')] } };
    const page = await mount();
    now = { ...now, id: 'second', files: ['b'], answers: {} };
    await page.type('phone', '0912345678');
    await told(page);
    await page.press('保留我剛才填的');
    await waitUntil(() => saves.at(-1)?.draft === 'second', 'saved there', soon);
    expect(saves.at(-1)!.answers).to.deep.equal({ phone: '0912345678', receipts: [file('b')] });
    const alert = page.root.querySelector('[role=alert]')!;
    expect(alert.textContent).to.contain('a.pdf').and.not.to.contain('b.pdf');
    await expect(page.form).to.be.accessible();
  });

  it('once more, when the other draft is gone too', async () => {
    const page = await filled();
    now = undefined;
    await page.type('reason', '失業');
    await kept(page, '開始新的一份，保留我剛才填的全部');
    now = undefined;
    await page.type('reason', '資遣');
    await told(page);
    await page.press('開始新的一份');
    await waitUntil(() => saves.at(-1)?.answers['reason'] === '資遣', 'saved', soon);
    expect(saves.at(-1)!.answers).to.deep.equal({ ...held, reason: '資遣' });
  });

  it('and drops it all when the resident says so', async () => {
    const page = await filled();
    now = undefined;
    await page.type('reason', '失業');
    await told(page);
    const count = saves.length;
    await page.press('從空白開始，捨棄我剛才填的');
    expect(page.form.answers).to.deep.equal({});
    expect(saves).to.have.length(count);
  });
});
