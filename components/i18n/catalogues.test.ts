import { expect } from '@open-wc/testing';
import type { Text } from '#schemas/text.ts';
import { formMessages } from '../form/messages.ts';
import { fieldMessages } from './field-messages.ts';
import { validationMessages } from './validation-messages.ts';

const halfWidthBesideHan = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u;

describe('the catalogues of texts', () => {
  for (const [name, catalogue] of Object.entries({ fieldMessages, formMessages, validationMessages }))
    it(`${name}: Chinese with full-width punctuation, English beside it, the same parameters`, () => {
      for (const [key, text] of Object.entries<Text>(catalogue)) {
        expect(text['zh-Hant'], key).not.to.match(halfWidthBesideHan);
        expect(text.en, key).not.to.match(/^$|\p{Script=Han}/u);
        const parameters = (words: string) => [...new Set(words.match(/\{\w+\}/g))].sort();
        for (const parameter of parameters(text.en)) expect(parameters(text['zh-Hant']), key).to.include(parameter);
      }
    });
});
