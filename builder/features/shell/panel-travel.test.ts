import { expect, fixture, html } from '@open-wc/testing';
import type { Desk } from './desk.ts';
import { toNextPanel } from './panel-travel.ts';

const deskWith = async (view: string, content: unknown): Promise<Desk> => ({
  builder: undefined,
  view,
  side: 'properties',
  lines: false,
  renderRoot: await fixture<HTMLElement>(html`<div>${content}</div>`),
  updateComplete: Promise.resolve(),
});
const bar = html`<div class="bar">
  <nav><button aria-current="page">1</button></nav>
</div>`;
const walk = async (desk: Desk, back = false): Promise<string | undefined> => {
  toNextPanel(desk, back);
  await Promise.resolve();
  return document.activeElement?.id;
};

it('leads round and round, and begins where one works', async () => {
  const desk = await deskWith(
    'mapping',
    html`${bar}
      <div class="panel"><button id="work">work</button></div>
      <div class="refused"><button id="mend">fix</button></div>`,
  );
  expect([await walk(desk), await walk(desk)]).to.deep.equal(['work', 'mend']);
  await walk(desk);
  expect(document.activeElement?.getAttribute('aria-current')).to.equal('page');
  expect([await walk(desk, true), await walk(desk, true)]).to.deep.equal(['mend', 'work']);
});

it('leaves out a refusal that can only be read', async () => {
  const desk = await deskWith(
    'rules',
    html`${bar}
      <div class="panel"><button id="work">work</button></div>
      <div class="refused"><p>no</p></div>`,
  );
  await walk(desk);
  await walk(desk);
  expect(document.activeElement?.getAttribute('aria-current')).to.equal('page');
});

it('opens the panel that lies over the form, and into the settings behind their tabs', async () => {
  const desk = await deskWith(
    'edit',
    html`<div class="bar"></div>
      <mydata-builder-canvas tabindex="-1" id="canvas"></mydata-builder-canvas>
      <aside class="side">
        <button id="tab">tab</button>
        <div id="side"><button id="setting">setting</button></div>
      </aside>`,
  );
  expect([await walk(desk), desk.drawer]).to.deep.equal(['canvas', undefined]);
  expect([await walk(desk), desk.drawer]).to.deep.equal(['setting', 'side']);
});
