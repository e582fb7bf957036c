import { expect, fixture } from '@open-wc/testing';
import { chooseLanguage } from '../layout/language.ts';
import type { TransferView } from '#schemas/wire/county-api.ts';
import { outcomeNotice } from './outcome-notice.ts';
import { outcomeOf } from './outcome.ts';

const contact = {
  unit: { 'zh-Hant': '社會局', en: 'Social Affairs' },
  phone: '05-362-0900 #2106',
  hours: { 'zh-Hant': '上班時間', en: 'Office hours' },
};
let manual = 0;
const show = (transfer: Partial<TransferView>) =>
  fixture<HTMLElement>(
    outcomeNotice(outcomeOf({ status: 'failed', noRecord: [], ...transfer })!, {
      consentUrl: '/services/senior-card/consent',
      contact,
      receivedAt: '2026-11-23T02:21:00Z',
      onManual: () => void (manual += 1),
    }),
  );

describe('outcome notice', () => {
  afterEach(() => {
    chooseLanguage('zh-Hant');
    localStorage.clear();
  });

  it('is quiet about a refusal and offers both ways', async () => {
    const notice = await show({ code: 205 });
    expect(notice.getAttribute('role')).to.equal('status');
    expect(notice.querySelector('a')?.getAttribute('href')).to.equal('/services/senior-card/consent');
    manual = 0;
    notice.querySelector('button')?.click();
    expect(manual).to.equal(1);
    await expect(notice).to.be.accessible();
  });

  it('is urgent about our own fault, with phone and code', async () => {
    const notice = await show({ code: 404 });
    expect(notice.getAttribute('role')).to.equal('alert');
    expect(notice.querySelector('a')?.getAttribute('href')).to.equal('tel:053620900,2106');
    expect(notice.querySelector('.notice-code')?.textContent).to.contain('404');
    await expect(notice).to.be.accessible();
  });

  it('lists the datasets without a record and the time of receipt', async () => {
    const notice = await show({
      status: 'filled',
      code: 200,
      noRecord: [{ id: 'API.AbAYGIjoYw', name: { 'zh-Hant': '低收入戶資料', en: 'Low income register' } }],
    });
    expect(notice.querySelector('.no-record li')?.textContent).to.equal('低收入戶資料');
    expect(notice.querySelector('time')?.textContent).to.contain('115年11月23日');
  });

  it('can take the focus', async () => {
    const notice = await show({ code: 409 });
    notice.focus();
    expect(document.activeElement).to.equal(notice);
  });

  it('speaks English when English is chosen', async () => {
    chooseLanguage('en');
    expect((await show({ code: 408 })).querySelector('h2')?.textContent).to.equal(
      'The session ended after a long wait',
    );
  });
});
