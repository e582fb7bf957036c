import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { choose } from './controls.ts';

const open = async (more: { late?: true }): Promise<{ select: HTMLSelectElement; told: string[] }> => {
  const told: string[] = [];
  const root = await fixture(
    html`<div>
      ${choose(
        '題型',
        'a',
        ['a', 'b', 'c'].map((one) => [one, one] as const),
        (value) => told.push(value),
        more,
      )}<button type="button">…</button>
    </div>`,
  );
  const select = root.querySelector('select')!;
  select.focus();
  return { select, told };
};

it('waits for Enter where arrows only pass by', async () => {
  const { told } = await open({ late: true });
  await sendKeys({ press: 'ArrowDown' });
  await sendKeys({ press: 'ArrowDown' });
  expect(told).to.deep.equal([]);
  await sendKeys({ press: 'Enter' });
  expect(told).to.deep.equal(['c']);
  await sendKeys({ press: 'Enter' });
  await sendKeys({ press: 'Tab' });
  expect(told, 'once').to.deep.equal(['c']);
});

it('takes what stands there when it is left', async () => {
  const { told } = await open({ late: true });
  await sendKeys({ press: 'ArrowDown' });
  await sendKeys({ press: 'Tab' });
  expect(told).to.deep.equal(['b']);
});

it('takes what was chosen from the open list, or by a pointer, at once', async () => {
  const { select, told } = await open({ late: true });
  select.value = 'b';
  select.dispatchEvent(new Event('change'));
  expect(told).to.deep.equal(['b']);
  await sendKeys({ press: 'ArrowDown' });
  select.dispatchEvent(new PointerEvent('pointerdown'));
  select.value = 'a';
  select.dispatchEvent(new Event('change'));
  expect(told).to.deep.equal(['b', 'a']);
});

it('tells each step where nothing is lost by it', async () => {
  const { told } = await open({});
  await sendKeys({ press: 'ArrowDown' });
  await sendKeys({ press: 'ArrowDown' });
  expect(told).to.deep.equal(['b', 'c']);
});
