import { expect } from '@open-wc/testing';
import { outcomeOf } from './outcome.ts';
import { transferOutcomes } from './outcome-texts.ts';
import type { OutcomeText } from './outcome-text.ts';
import type { TransferView } from '#schemas/wire/county-api.ts';

const failed = (code: TransferView['code']): TransferView => ({ status: 'failed', code, noRecord: [] });

/** Every return code of mydata-1, and of other platforms, but 200, which is `filled` or `fetching`. */
const returnCodes = [205, 206, 400, 401, 403, 404, 408, 409, 410, 423, 501, 504] as const;

describe('outcome of a transfer', () => {
  it('has its own text for every return code and for a refused package', () => {
    const titles = [...returnCodes, 'package' as const].map((code) => {
      const outcome = outcomeOf(failed(code));
      expect(outcome?.key, String(code)).to.not.equal('unknown');
      return outcome?.text.title['zh-Hant'];
    });
    expect(new Set(titles).size).to.equal(titles.length);
  });

  it('always lets a resident whose transfer failed go on by hand, and says that nothing typed is lost', () => {
    for (const code of [...returnCodes, 201, 429, 'package', 'not-called', 999] as const) {
      const outcome = outcomeOf(failed(code));
      expect(outcome?.text.actions, String(code)).to.include('manual');
      expect(outcome?.text.next['zh-Hant'], String(code)).to.contain('您先前填寫的內容都還在');
    }
  });

  it('offers the manual path before another try to one who declined', () => {
    expect(outcomeOf(failed(205))?.text).to.deep.include({ tone: 'info', actions: ['manual', 'again'] });
  });

  it('gives the office’s phone and the code where the fault is ours', () => {
    for (const code of [400, 401, 403, 404] as const) {
      const outcome = outcomeOf(failed(code));
      expect(outcome?.text.what['zh-Hant']).to.contain('不是您操作錯誤');
      expect(outcome?.text.actions).to.deep.equal(['manual', 'contact']);
      expect(outcome?.code).to.equal(String(code));
    }
  });

  it('shows no code where it would only puzzle', () => {
    expect(outcomeOf(failed(408))?.code).to.equal(undefined);
    expect(outcomeOf(failed('package'))?.code).to.equal(undefined);
  });

  it('falls back to a general text for a code nobody told us about', () => {
    expect(outcomeOf(failed(599))).to.include({ key: 'unknown', code: '599' });
    expect(outcomeOf(failed(undefined))?.key).to.equal('unknown');
    expect(outcomeOf({ status: 'failed', code: 'toString' as never, noRecord: [] })?.key).to.equal('unknown');
  });

  it('tells the states that are no failure', () => {
    expect(outcomeOf({ status: 'none', noRecord: [] })).to.equal(undefined);
    expect(outcomeOf({ status: 'started', noRecord: [] })?.key).to.equal('started');
    expect(outcomeOf({ status: 'fetching', noRecord: [] })?.key).to.equal('fetching');
  });

  it('tells who came back to the wrong browser, unless the data is here after all', () => {
    expect(outcomeOf({ status: 'none', noRecord: [] }, true)?.key).to.equal('unmatched');
    expect(outcomeOf({ status: 'started', noRecord: [] }, true)?.key).to.equal('unmatched');
    expect(outcomeOf({ status: 'filled', noRecord: [] }, true)?.key).to.equal('filled');
    expect(outcomeOf(failed(205), true)?.key).to.equal(205);
  });

  it('keeps the datasets that hold no record beside what was filled', () => {
    const noRecord = [{ id: 'API.AbAYGIjoYw', name: { 'zh-Hant': '低收入戶資料', en: 'Low income' } }];
    expect(outcomeOf({ status: 'filled', code: 200, noRecord })).to.deep.include({ key: 'filled', noRecord });
    expect(outcomeOf({ ...failed(504), noRecord })?.noRecord).to.deep.equal([]);
  });

  it('speaks both languages in every text', () => {
    for (const [key, entry] of Object.entries<OutcomeText>(transferOutcomes)) {
      for (const part of [entry.title, entry.what, entry.next]) {
        expect(part.en, key).to.match(/[a-z]/);
        expect(part['zh-Hant'], key).to.match(/\p{Script=Han}/u);
      }
    }
  });
});
