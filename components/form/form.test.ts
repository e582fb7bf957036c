import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../define/mydata-form.ts';
import type { MydataForm } from './form-element.ts';
import { definition, officialValue, validator } from './testing/definition.ts';
import { FormDriver } from './testing/form-driver.ts';

const mount = async (more: Partial<MydataForm> = {}) => {
  const form = await fixture<MydataForm>(html`<mydata-form lang="zh-Hant"></mydata-form>`);
  Object.assign(form, { definition, validator, ...more });
  const driver = new FormDriver(form);
  await driver.settled();
  return driver;
};
const complete = { name: '王小明', phone: '0912345678', for: 'self', reason: '失業' };

describe('<mydata-form>, with properties', () => {
  it('is accessible at each page', async () => {
    const page = await mount({ official: { name: officialValue('locked', '王小明') } });
    await expect(page.form).to.be.accessible();
    await page.press('下一步');
    await expect(page.form).to.be.accessible();
    page.form.answers = complete;
    page.form.step = 'check';
    await page.settled();
    await expect(page.form).to.be.accessible();
  });

  it('says where the resident is', async () => {
    const page = await mount();
    expect(page.text).to.contain('第 1 步，共 3 步');
    expect(page.root.querySelector('[aria-current=step]')!.textContent).to.contain('申請人');
  });

  it('asks only what the answers so far open, and keeps what is hidden without sending it', async () => {
    const page = await mount();
    expect(page.asks('relation')).to.equal(false);
    await page.choose('for', 'other');
    expect(page.asks('relation')).to.equal(true);
    expect(page.text).to.contain('共 4 步');
    await page.type('relation', '父子');
    await page.choose('for', 'self');
    expect(page.asks('relation')).to.equal(false);
    expect(page.form.answers).not.to.have.property('relation');
    await page.choose('for', 'other');
    expect(page.form.answers).to.have.property('relation', '父子');
  });

  it('tells of each edit, and of none that the host made', async () => {
    const page = await mount();
    const told: string[] = [];
    page.form.addEventListener('mydata-answers-changed', (event) => told.push((event as CustomEvent).detail.field));
    page.form.answers = { name: '王小明' };
    await page.settled();
    expect(told).to.deep.equal([]);
    await page.type('phone', '0912345678');
    expect(new Set(told)).to.deep.equal(new Set(['phone']));
    expect(page.form.answers).to.deep.equal({ name: '王小明', phone: '0912345678' });
  });

  it('keeps what was typed when the host brings official values, or another version of the form', async () => {
    const page = await mount();
    await page.type('phone', '0912345678');
    page.form.official = { name: officialValue('locked', '王小明') };
    await page.settled();
    expect(page.form.answers).to.deep.equal({ phone: '0912345678', name: '王小明' });
    page.form.definition = { ...definition };
    await page.settled();
    expect(page.form.answers).to.deep.equal({ phone: '0912345678', name: '王小明' });
  });

  it('does not redraw itself while a resident types', async () => {
    const page = await mount();
    await page.settled();
    let updates = 0;
    const real = page.form.requestUpdate.bind(page.form);
    page.form.requestUpdate = (...args: []) => {
      updates += 1;
      real(...args);
    };
    await page.type('name', '王');
    expect(updates).to.equal(0);
  });

  it('stops a step at its own mistakes, lists them, and clears one when it is corrected', async () => {
    const page = await mount();
    await page.press('下一步');
    expect(page.errors()).to.have.length(3);
    expect(page.title).to.equal('申請人');
    expect(page.form.shadowRoot!.activeElement!.localName).to.equal('mydata-error-summary');
    expect(page.field('name').error).to.contain('姓名');
    await page.type('name', '王小明');
    expect(page.field('name').error).to.equal(undefined);
    expect(page.field('phone').error).not.to.equal(undefined);
    await page.type('phone', '0912345678');
    await page.choose('for', 'self');
    const changed = oneEvent(page.form, 'mydata-step-changed') as Promise<CustomEvent>;
    await page.press('下一步');
    expect((await changed).detail).to.deep.equal({ step: 'reason' });
    expect(page.title).to.equal('急難事由');
    expect(page.errors()).to.deep.equal([]);
    expect(page.form.shadowRoot!.activeElement!.id).to.equal('title');
  });

  it('does not move what is being pressed: a mistake goes away when the press is over', async () => {
    const page = await mount();
    await page.press('下一步');
    page.root.querySelector('form')!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await page.type('name', '王小明');
    expect(page.field('name').error).not.to.equal(undefined);
    window.dispatchEvent(new PointerEvent('pointerup'));
    await waitUntil(() => page.field('name').error === undefined);
    await page.type('phone', '0912345678');
    expect(page.field('phone').error).to.equal(undefined);
  });

  it('goes back with all that was typed, and to visited steps only', async () => {
    const page = await mount({ answers: complete });
    expect(page.root.querySelectorAll('nav button')).to.have.length(0);
    await page.press('下一步');
    await page.press('申請人');
    expect(page.title).to.equal('申請人');
    expect(page.field('phone').value).to.equal('0912345678');
  });

  it('names a mistake inside a row, and leads to it', async () => {
    const page = await mount({ answers: { ...complete, members: [{ memberName: '王大明' }, {}] }, step: 'reason' });
    await page.press('下一步');
    expect(page.errors()).to.deep.equal(['成員 2：請輸入成員姓名']);
    const group = page.field('members') as unknown as { errors: Record<string, string> };
    expect(Object.keys(group.errors)).to.deep.equal(['members[1].memberName']);
  });

  it('never names what is gone in its summary: a row, a question', async () => {
    const rows = [{ memberName: '王大明' }, {}, { memberWork: '工' }];
    const page = await mount({ answers: { name: '王小明', for: 'self', members: rows }, density: 'all' });
    await page.press('確認內容');
    expect(page.errors()).to.deep.equal([
      '請輸入電話',
      '請輸入發生什麼事',
      '成員 2：請輸入成員姓名',
      '成員 3：請輸入成員姓名',
    ]);
    const members = page.field('members').renderRoot;
    const remove = [...members.querySelectorAll('button')].filter((one) => one.textContent!.includes('移除'));
    remove[1]!.focus();
    remove[1]!.click();
    await page.settled();
    expect(page.errors().slice(2)).to.deep.equal(['成員 2：請輸入成員姓名']);
    expect(page.text).to.contain('還有 3 個地方');
    // Where the resident was, not at the top of the page.
    expect(page.form.shadowRoot!.activeElement).to.equal(page.field('members'));
    const group = page.field('members') as unknown as { errors: Record<string, string> };
    expect(Object.keys(group.errors)).to.deep.equal(['members[1].memberName']);
    page.form.answers = { ...page.form.answers, members: [{ memberName: '王大明' }] };
    await page.settled();
    expect(page.errors()).to.deep.equal(['請輸入電話', '請輸入發生什麼事']);
    await page.choose('for', 'other');
    await page.press('確認內容');
    expect(page.errors().join()).to.contain('請輸入和他的關係').and.to.contain('請輸入他的姓名');
    await page.choose('for', 'self');
    expect(page.errors()).to.deep.equal(['請輸入電話', '請輸入發生什麼事']);
  });

  it('takes leaving a question, or typing and taking it back, for no change', async () => {
    const official = {
      phone: officialValue('editable', '05-362-0123'),
      marriage: officialValue('editable', ' 有偶 '),
    };
    const page = await mount({ answers: { name: ' 王小明' }, official });
    const told: string[] = [];
    page.form.addEventListener('mydata-answers-changed', (event) => told.push((event as CustomEvent).detail.field));
    const before = JSON.stringify(page.form.answers);
    for (const id of ['name', 'phone', 'marriage']) {
      const input = page.field(id).renderRoot.querySelector('input')!;
      input.focus();
      input.dispatchEvent(new Event('change', { bubbles: true }));
      input.blur();
      await page.settled();
    }
    expect(told).to.deep.equal([]);
    for (const id of ['name', 'phone', 'marriage']) {
      const input = page.field(id).renderRoot.querySelector('input')!;
      const shown = input.value;
      await page.type(id, `${shown}1`);
      await page.type(id, shown);
    }
    expect(JSON.stringify(page.form.answers)).to.equal(before);
    expect(page.text).not.to.contain('還原');
  });

  it('shows every answer with its source before it is sent, and leads to each and back', async () => {
    const page = await mount({
      answers: { phone: '0912345678', for: 'self', reason: '失業', marriage: '離婚' },
      official: { name: officialValue('locked', '王小明'), marriage: officialValue('editable', '有偶') },
      claims: { marriage: { kind: 'changed', text: '上週剛辦' } },
    });
    await page.press('下一步');
    await page.press('確認內容');
    expect(page.title).to.equal('確認內容');
    for (const part of [
      '王小明',
      'MyData：內政部戶政司',
      '官方資料為：有偶',
      '您修改「婚姻狀況」的原因：上週剛辦',
      '失業',
    ])
      expect(page.text).to.contain(part);
    await page.press('修改：電話');
    expect(page.form.shadowRoot!.activeElement).to.equal(page.field('phone'));
    await page.type('phone', '0987654321');
    await page.press('回到確認內容');
    expect(page.title).to.equal('確認內容');
    expect(page.text).to.contain('0987-654-321');
    const confirmed = oneEvent(page.form, 'mydata-answers-confirmed');
    await page.press('送出申請');
    await confirmed;
    expect(page.form.answers).to.deep.include({ name: '王小明', marriage: '離婚', phone: '0987654321' });
  });

  it('shows a group as one block per row, and a source once', async () => {
    const page = await mount({
      official: { members: officialValue('locked', [{ memberName: '王大明' }, { memberName: '王小美' }]) },
      answers: { ...complete, members: [{ memberWork: '廚師' }] },
      claims: { 'members[1].memberName': { kind: 'wrong', text: '已改名' } },
      step: 'check',
    });
    const rows = [...page.root.querySelectorAll('.row')].map(({ textContent }) => textContent!.replace(/\s+/g, ' '));
    expect(rows).to.have.length(2);
    expect(rows[0]).to.contain('成員 1').and.to.contain('王大明').and.to.contain('廚師');
    expect(rows[1]).to.contain('您說明「成員姓名」有誤：已改名');
    expect(page.text.match(/MyData：內政部戶政司/g)).to.have.length(1);
    await expect(page.form).to.be.accessible();
  });

  it('does not let a locked value be typed over', async () => {
    const page = await mount({ answers: complete, official: { name: officialValue('locked', '王大明') } });
    expect(page.form.answers).to.have.property('name', '王大明');
    expect(page.field('name').renderRoot.querySelector('input')).to.equal(null);
    expect(page.text).to.contain('1 個欄位已由 MyData 帶入');
  });

  it('asks to confirm what is to be confirmed, and to say what is wrong', async () => {
    const page = await mount({
      answers: { phone: '0912345678', for: 'self' },
      official: { name: officialValue('confirm', '王小明') },
    });
    await page.press('下一步');
    expect(page.errors()[0]).to.contain('正確或有誤');
    await page.choose('name', 'wrong');
    await page.press('下一步');
    expect(page.errors()[0]).to.contain('哪裡有誤');
    const claim = page.field('name').renderRoot.querySelector('textarea')!;
    claim.value = '名字有改';
    claim.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.press('下一步');
    expect(page.title).to.equal('急難事由');
    expect(page.form.claims).to.deep.equal({ name: { kind: 'wrong', text: '名字有改' } });
  });

  it('asks the reason for a changed official value', async () => {
    const page = await mount({ answers: complete, official: { marriage: officialValue('editable', '有偶') } });
    expect(page.field('marriage').value).to.equal('有偶');
    await page.type('marriage', '離婚');
    await page.press('下一步');
    expect(page.errors()).to.have.length(1);
    expect(page.errors()[0]).to.contain('原因');
  });

  it('never shows the official value that an answer is compared with', async () => {
    const page = await mount({ official: { name: officialValue('compare') } });
    await page.type('name', '王小明');
    expect(page.form.answers).to.have.property('name', '王小明');
    expect(page.text).not.to.contain('個欄位已由 MyData 帶入');
  });

  it('makes an ordinary question of what the source lacks, and says why', async () => {
    const page = await mount({ missing: { name: 'no-record', marriage: 'not-asked' } });
    expect(page.text).to.contain('機關查無資料');
    // An agency is not said to lack what nobody asked it for.
    expect(page.text).to.contain('這次沒有向機關要這一項');
    expect(page.root.querySelectorAll('.missing')).to.have.length(2);
    await page.type('name', '王小明');
    expect(page.form.answers).to.have.property('name');
  });

  it('asks what is wrong with an official value of a row that was ticked as wrong', async () => {
    const page = await mount({
      official: { members: officialValue('locked', [{ memberName: '王大明' }]) },
      answers: complete,
      step: 'reason',
    });
    const root = page.field('members').renderRoot;
    root.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    await page.press('下一步');
    expect(page.errors()).to.deep.equal(['成員 1：請說明「成員姓名」哪裡有誤']);
    const note = root.querySelector('textarea')!;
    note.value = '名字有改';
    note.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.press('下一步');
    expect(page.title).to.equal('確認內容');
    expect(page.form.claims).to.deep.equal({ 'members[0].memberName': { kind: 'wrong', text: '名字有改' } });
  });

  it('keeps typed rows after the official ones', async () => {
    const page = await mount({
      official: { members: officialValue('locked', [{ memberName: '王大明' }]) },
      officialRows: { members: 1 },
      answers: { members: [{}, { memberName: '王小美' }] },
      step: 'reason',
    });
    expect(page.form.answers).to.deep.include({ members: [{ memberName: '王大明' }, { memberName: '王小美' }] });
  });

  it('puts all steps on one page', async () => {
    const page = await mount({ density: 'all', answers: complete });
    expect(page.asks('name') && page.asks('reason')).to.equal(true);
    expect(page.asks('otherName')).to.equal(false);
    await page.choose('for', 'other');
    expect(page.asks('otherName')).to.equal(true);
    await page.press('確認內容');
    expect(page.errors()).to.have.length(2);
    await page.choose('for', 'self');
    await page.press('確認內容');
    expect(page.title).to.equal('確認內容');
    await page.press('上一步');
    expect(page.asks('name')).to.equal(true);
  });

  it('speaks English when asked, with the answers kept', async () => {
    const page = await mount({ answers: complete });
    page.form.lang = 'en';
    await page.settled();
    expect(page.text).to.contain('Step 1 of 3');
    expect(page.field('name').value).to.equal('王小明');
  });

  it('prints the check page without what is for the screen only', async () => {
    const page = await mount({ answers: complete, step: 'check' });
    const seen = (selector: string) =>
      [...page.root.querySelectorAll<HTMLElement>(selector)].some((one) => one.offsetHeight);
    const screenOnly = ['nav', '.acts', '.act', 'button'];
    expect(screenOnly.map(seen)).to.deep.equal([true, true, true, true]);
    await emulateMedia({ media: 'print' });
    expect(screenOnly.map(seen)).to.deep.equal([false, false, false, false]);
    expect(seen('.answer')).to.equal(true);
    await emulateMedia({ media: 'screen' });
  });

  it('fits a screen of 320 px', async () => {
    const page = await mount({
      answers: complete,
      official: {
        name: officialValue('confirm', '王小明'),
        members: officialValue('locked', [{ memberName: '阿利．蘇卡尼安．巴拉夫．馬哈朗' }]),
      },
    });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('body > div { inline-size: 288px }');
    document.adoptedStyleSheets = [sheet];
    await page.settled();
    expect(page.form.scrollWidth).to.be.at.most(page.form.clientWidth);
    for (const step of ['reason', 'check']) {
      page.form.step = step;
      await page.settled();
      expect(page.form.scrollWidth, step).to.be.at.most(page.form.clientWidth);
    }
    document.adoptedStyleSheets = [];
  });
});
