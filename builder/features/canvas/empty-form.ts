/** What a form without questions shows: three ways to begin. */
import type { Language } from '#schemas/text.ts';
import { words } from '../words.ts';
import { element } from './nodes.ts';

const ways = [
  ['data', '▤', 'startData', 'startDataNote'],
  ['types', '✎', 'startTypes', 'startTypesNote'],
  ['import', '⇪', 'startImport', 'startImportNote'],
] as const;

export class EmptyForm {
  readonly root = element('section', 'start');

  constructor(language: Language) {
    const list = element('ul', '');
    for (const [what, sign, name, note] of ways) {
      const button = element('button', '');
      button.type = 'button';
      button.dataset['start'] = what;
      const mark = element('span', 'sign', sign);
      mark.setAttribute('aria-hidden', 'true');
      button.append(mark, element('b', '', words(language, name)), element('small', '', words(language, note)));
      const item = element('li', '');
      item.append(button);
      list.append(item);
    }
    this.root.append(element('h2', '', words(language, 'startTitle')), list);
  }
}
