import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-address.ts';
import { createFieldTests, type } from '../../testing/field-suite.ts';
import type { MydataFieldAddress } from './address-field.ts';
import { tokenFor } from './address-field.ts';

const towns = { 嘉義縣: ['太保市', '朴子市'], 嘉義市: ['東區', '西區'] };

const field = {
  type: 'address',
  id: 'address',
  label: { 'zh-Hant': '戶籍地址', en: 'Address' },
  hint: { 'zh-Hant': '請照證件填寫', en: 'As on your papers' },
  required: true,
} as const;

createFieldTests({
  tag: 'mydata-field-address',
  field,
  value: { county: '嘉義縣', town: '太保市', detail: '祥和一路東段1號' },
  other: { county: '嘉義市', town: '西區', detail: '中山路199號' },
  answer: async (element) => {
    type(element, '#county', '嘉義縣');
    type(element, '#town', '太保市');
    type(element, '#detail', '祥和一路東段1號');
    await element.updateComplete;
  },
  sent: JSON.stringify({ county: '嘉義縣', town: '太保市', detail: '祥和一路東段1號' }),
  shown: '嘉義縣太保市祥和一路東段1號',
  prepare: (element) => Object.assign(element, { towns }),
});

describe('mydata-field-address', () => {
  const mount = (value?: object, list: typeof towns | undefined = towns) =>
    fixture<MydataFieldAddress>(
      html`<mydata-field-address .field=${field} .value=${value} .towns=${list}></mydata-field-address>`,
    );
  const options = (element: MydataFieldAddress) =>
    [...element.renderRoot.querySelectorAll<HTMLOptionElement>('#town option')].map(({ value }) => value);

  it('offers the towns of the county at once, as autofill needs it', async () => {
    const element = await mount();
    expect(options(element)).to.deep.equal(['']);
    type(element, '#county', '嘉義市');
    expect(options(element)).to.deep.equal(['', '東區', '西區']);
  });
  it('drops town and postcode when the county changes', async () => {
    const element = await mount({ county: '嘉義縣', town: '太保市', detail: '1號', postcode: '612' });
    type(element, '#detail', '2號');
    expect(element.value).to.deep.equal({ county: '嘉義縣', town: '太保市', detail: '2號', postcode: '612' });
    type(element, '#county', '嘉義市');
    expect(element.value).to.deep.equal({ county: '嘉義市', detail: '2號' });
  });
  it('offers a name that the list lacks', async () => {
    const element = await mount({ county: '臺北縣', town: '板橋市', detail: '1號' });
    expect(element.renderRoot.querySelector<HTMLSelectElement>('#county')!.value).to.equal('臺北縣');
    expect(element.renderRoot.querySelector<HTMLSelectElement>('#town')!.value).to.equal('板橋市');
  });
  it('keeps the answer when the list comes later', async () => {
    const element = await mount({ county: '嘉義縣', town: '朴子市' });
    element.towns = undefined;
    await element.updateComplete;
    expect(element.renderRoot.querySelector<HTMLInputElement>('input#town')!.value).to.equal('朴子市');
    element.towns = towns;
    await element.updateComplete;
    expect(element.renderRoot.querySelector<HTMLSelectElement>('select#town')!.value).to.equal('朴子市');
  });
  it('gives each part its autofill token', () => {
    expect(tokenFor('county', undefined)).to.equal('address-level1');
    expect(tokenFor('town', 'shipping street-address')).to.equal('shipping address-level2');
    expect(tokenFor('detail', 'off')).to.equal('off');
  });
});
