import { expect, fixture, html } from '@open-wc/testing';
import type { Refusal } from '../../model/command.ts';
import { Refusals, refusalView } from './refusals.ts';

const text = (zh: string) => ({ 'zh-Hant': zh, en: zh });
const refusal: Refusal = { refused: text('不行'), code: 'no' };
const fix = { id: 'x', words: text('改掉'), run: () => refusal };

it('keeps the last, until it is cleared, and draws anew each time', () => {
  let drawn = 0;
  const host = { addController() {}, requestUpdate: () => (drawn += 1) };
  const refusals = new Refusals(host as never);
  refusals.tell(refusal);
  refusals.tell({ ...refusal, fix });
  expect([refusals.now?.fix, drawn]).to.deep.equal([fix, 2]);
  refusals.clear();
  expect([refusals.now, drawn]).to.deep.equal([undefined, 3]);
  refusals.hostDisconnected();
});

it('is there before it says anything; what is only told is no alarm', async () => {
  const pressed: string[] = [];
  const does = { fix: () => void pressed.push('fix'), dismiss: () => void pressed.push('dismiss') };
  const draw = async (now: Refusal | undefined): Promise<HTMLElement> =>
    (await fixture<HTMLElement>(html`<div>${refusalView(now, 'zh-Hant', does)}</div>`)).querySelector('.refused')!;
  const none = await draw(undefined);
  expect([none.hidden, none.querySelector('[role=alert]') !== null]).to.deep.equal([true, true]);
  const told = await draw({ ...refusal, code: 'told' });
  expect([told.textContent.trim(), told.querySelector('[role]'), told.querySelector('button')]).to.deep.equal([
    '不行',
    null,
    null,
  ]);
  for (const button of (await draw({ ...refusal, fix })).querySelectorAll('button')) button.click();
  expect(pressed).to.deep.equal(['fix', 'dismiss']);
});
