/** New questions of each type, ready to be asked. */
import { fileKinds } from '#schemas/form/file-kinds.ts';
import type { Field, FieldType } from '#schemas/form/definition.ts';
import { say } from '../../model/command.ts';
import { typeNames } from './type-names.ts';

type Settings = { readonly [Type in FieldType]: Omit<Extract<Field, { type: Type }>, 'id' | 'label' | 'type'> };

const megabyte = 1024 * 1024;

const settings: Settings = {
  text: {},
  'long-text': {},
  number: {},
  'roc-date': {},
  'national-id': {},
  phone: {},
  email: {},
  address: {},
  choice: {
    as: 'radio',
    options: [
      { value: 'option1', label: say('選項一', 'Option one') },
      { value: 'option2', label: say('選項二', 'Option two') },
    ],
  },
  file: { accept: fileKinds.map(({ type }) => type), maxBytes: 5 * megabyte, maxFiles: 3 },
  'bank-account': {},
  declaration: { statement: say('本人聲明以上資料屬實。', 'I declare that the above is true.'), required: true },
  evidence: { dataset: '' },
  group: { rowTitle: say('資料', 'Entry'), maxRows: 10, fields: [] },
};

export function newQuestion<Type extends FieldType>(type: Type, id: string): Extract<Field, { type: Type }> {
  return { id, type, label: typeNames[type], ...settings[type] } as unknown as Extract<Field, { type: Type }>;
}
