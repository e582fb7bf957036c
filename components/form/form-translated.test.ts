/** A page that the browser has translated: each text stands in two <font>, whoever wrote it, and goes on being right. */
import { expect, fixture, html } from '@open-wc/testing';
import '../define/mydata-form.ts';
import type { MydataForm } from './form-element.ts';
import { translate } from '../testing/translate.ts';
import { definition, officialValue, validator } from './testing/definition.ts';
import { FormDriver } from './testing/form-driver.ts';

describe('<mydata-form>, translated by the browser', () => {
  const errors: unknown[] = [];
  const failed = (event: ErrorEvent | PromiseRejectionEvent) =>
    errors.push('reason' in event ? event.reason : event.message);
  before(() => {
    window.addEventListener('error', failed);
    window.addEventListener('unhandledrejection', failed);
  });
  after(() => {
    window.removeEventListener('error', failed);
    window.removeEventListener('unhandledrejection', failed);
  });

  for (const all of [false, true])
    it(`goes on saying what is so${all ? ', whatever was translated' : ''}`, async () => {
      const form = await fixture<MydataForm>(html`<mydata-form lang="zh-Hant"></mydata-form>`);
      Object.assign(form, { definition, validator, official: { name: officialValue('locked', '王小明') } });
      const page = new FormDriver(form);
      await page.settled();
      const turn = () => translate(form.shadowRoot!, all);
      turn();
      if (!all) expect(page.field('name').renderRoot.querySelector('.value')!.textContent).to.equal('王小明');
      await page.press('下一步');
      turn();
      expect(page.errors().join()).to.contain('請輸入電話');
      await page.type('phone', '0912345678');
      await page.choose('for', 'self');
      turn();
      await page.press('下一步');
      expect(page.title).to.contain('急難事由').and.not.to.contain('申請人');
      turn();
      const members = page.field('members').renderRoot;
      const button = (words: string) =>
        [...members.querySelectorAll('button')].find((one) => one.textContent!.includes(words))!;
      button('新增').click();
      await page.settled();
      turn();
      button('新增').click();
      await page.settled();
      turn();
      button('移除').click();
      await page.settled();
      expect(members.querySelectorAll('[part=row]')).to.have.length(1);
      turn();
      await page.press('確認內容');
      expect(page.errors().join()).to.contain('請輸入發生什麼事');
      await page.type('reason', '失業');
      form.answers = { ...form.answers, members: [{ memberName: '王大明' }] };
      await page.settled();
      turn();
      await page.press('確認內容');
      expect(page.title).to.contain('確認內容').and.not.to.contain('急難事由');
      for (const part of ['王小明', '0912-345-678', '失業', '王大明']) expect(page.text).to.contain(part);
      turn();
      await page.press('修改：電話');
      expect(page.title).to.contain('申請人').and.not.to.contain('確認內容');
      expect(errors).to.deep.equal([]);
    });
});
