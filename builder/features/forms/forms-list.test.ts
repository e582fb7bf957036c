import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../define/mydata-builder-forms.ts';
import type { BuilderStaff, FormSummary, NewForm } from '#schemas/wire/builder-api.ts';
import type { FormsApi } from '../store/forms-api.ts';
import type { BuilderForms } from './forms-list.ts';

const say = (text: string) => ({ 'zh-Hant': text, en: text });
const social = { id: 'social', name: say('社會局') };
const health = { id: 'health', name: say('衛生局') };

const summary = (id: string, office: FormSummary['office']): FormSummary => ({
  id,
  name: say(id),
  agency: say('嘉義縣社會局'),
  office,
  schedule: {},
  turns: [],
  registration: { state: 'none' },
  state: 'draft',
  datasets: 0,
  questions: 0,
});

async function open(offices: BuilderStaff['offices']) {
  const made: NewForm[] = [];
  const api: Partial<FormsApi> = {
    me: async () => ({ name: '王怡君', roles: ['designer'], offices, environment: 'test' }),
    forms: async () => [summary('relief', social), summary('care', health)],
    notices: async () => [],
    async create(form) {
      made.push(form);
      return { id: 'made', document: undefined as never, history: { done: [], undone: [] }, revision: 1 };
    },
    exportUrl: (form) => `#${form}`,
  };
  const list = await fixture<BuilderForms>(
    html`<mydata-builder-forms
      .api=${api as FormsApi}
      @mydata-form-opened=${(event: Event) => event.preventDefault()}
    ></mydata-builder-forms>`,
  );
  const root = list.shadowRoot!;
  await waitUntil(() => root.querySelector('tbody'));
  const begin = async (): Promise<HTMLFormElement> => {
    root.querySelector<HTMLButtonElement>('button.main')!.click();
    await waitUntil(() => root.querySelector('dialog form'));
    const form = root.querySelector<HTMLFormElement>('dialog form')!;
    for (const [name, value] of [
      ['name', '新的服務'],
      ['id', 'made'],
    ] as const)
      (form.elements.namedItem(name) as HTMLInputElement).value = value;
    return form;
  };
  const rows = () => [...root.querySelectorAll('tbody th a')].map((link) => link.textContent);
  return { list, root, made, begin, rows };
}

it('shows to which office each form belongs, and those of one office alone', async () => {
  const { list, root, rows } = await open([
    { ...social, roles: ['designer'] },
    { ...health, roles: ['approver'] },
  ]);
  expect(root.querySelector('tbody small')!.textContent).to.include('社會局');
  expect(rows()).to.deep.equal(['relief', 'care']);
  const filter = root.querySelector<HTMLSelectElement>('.filter select')!;
  filter.value = 'health';
  filter.dispatchEvent(new Event('change'));
  await list.updateComplete;
  expect(rows()).to.deep.equal(['care']);
});

it('asks where a new form belongs where there is a choice, and only among offices where forms are designed', async () => {
  const { made, begin } = await open([
    { ...social, roles: ['designer'] },
    { id: 'relief', name: say('社會救助科'), roles: ['designer'] },
    { ...health, roles: ['approver'] },
  ]);
  const form = await begin();
  const asked = form.elements.namedItem('office') as HTMLSelectElement;
  expect([...asked.options].map(({ value }) => value)).to.deep.equal(['social', 'relief']);
  asked.value = 'relief';
  form.requestSubmit();
  await waitUntil(() => made.length);
  expect(made[0]!.office).to.equal('relief');
});

it('asks nothing where there is one office', async () => {
  const { made, begin } = await open([
    { ...social, roles: ['designer'] },
    { ...health, roles: ['publisher'] },
  ]);
  const form = await begin();
  expect(form.elements.namedItem('office')).to.equal(null);
  form.requestSubmit();
  await waitUntil(() => made.length);
  expect(made[0]!.office).to.equal(undefined);
});

it('offers nothing new to somebody who designs nowhere', async () => {
  const { root } = await open([{ ...social, roles: ['publisher'] }]);
  expect(root.querySelector('button.main')).to.equal(null);
});
