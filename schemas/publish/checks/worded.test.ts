import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Field, FormDefinition } from '../../form/definition.ts';
import { field } from '../../form/testing/form-of.ts';
import type { Text } from '../../text.ts';
import type { FormDocument } from '../form-document.ts';
import { isBlank } from '../blank.ts';
import { checkPublish } from '../check-publish.ts';
import { isPlaceholder } from '../placeholders.ts';
import { noDocument } from '../testing/documents.ts';

const text = (zh: string, en = 'English'): Text => ({ 'zh-Hant': zh, en });
const name = field('name', { type: 'text', label: text('姓名', 'Name'), required: true });
const id = field('id', { type: 'national-id', label: text('身分證統一編號', 'ID number'), required: true });
const withForm = (
  fields: readonly Field[],
  more: Partial<FormDefinition> = {},
  datasets: readonly string[] = [],
): FormDocument => {
  const [step] = noDocument.form.steps;
  const [section] = step!.sections;
  const steps = [{ ...step!, sections: [{ ...section!, fields }] }];
  return {
    service: { ...noDocument.service, datasets: datasets as never },
    form: { ...noDocument.form, title: text('測試服務申請'), steps, ...more },
  };
};
const found = (document: FormDocument, ...codes: string[]) =>
  checkPublish({ document }, undefined).tasks.filter(({ code, level }) => codes.includes(code) && level !== 'done');
const brief = (document: FormDocument, ...codes: string[]) =>
  found(document, ...codes).map(({ code, level, at }) =>
    `${level} ${code} ${at?.part ?? at?.service?.join('.') ?? ''} ${at?.key ?? ''}`.trim(),
  );

describe('words that nobody has written', () => {
  test('what cannot be seen is blank', () => {
    for (const one of [
      '',
      ' ',
      '　',
      '\u200B',
      '\uFEFF\u2060',
      '\u3164',
      '\u2800',
      '\t\n',
      '\u00AD',
      '\uFE0F',
      undefined,
    ])
      assert.ok(isBlank(one), JSON.stringify(one));
    for (const one of ['甲', '-', '0']) assert.ok(!isBlank(one));
  });

  test('placeholders in both languages', () => {
    for (const one of [
      '未命名',
      '（未命名）',
      '未命名表單',
      '問題 1',
      '問題1',
      '題目 ２',
      '選項 1',
      '選項一',
      '選項三',
      'Option 2',
      'Option one',
      '步驟 1',
      '新步驟',
      '新區段',
      'New step',
      'Untitled form',
      'Question 3',
      '成員 1',
      '單行文字',
      '選擇題',
      '待補',
      'TBD',
      '？',
      '……',
      '請輸入題目',
    ])
      assert.ok(isPlaceholder(one), one);
    for (const one of [
      '姓名',
      '電話',
      '日期',
      '成員',
      '家人',
      '問題',
      '選項說明',
      '新生兒姓名',
      '新住民',
      '資料屬實',
      '第一類',
      '步驟說明',
      'Section',
      'Step-free access',
      'Optional items',
      '1',
      'A',
      '數字簽章',
    ])
      assert.ok(!isPlaceholder(one), one);
    assert.ok(!isPlaceholder('＋', { signs: true }));
  });

  test('block with the place to go to', () => {
    const fields: Field[] = [
      name,
      id,
      field('a', { type: 'text', label: text('\u200B', '') }),
      field('b', { type: 'text', label: text('問題 1', 'Question 1') }),
      { ...field('c', { type: 'text', label: text('職業') }), hint: text('　', ' ') },
      { ...field('d', { type: 'text', label: text('單位') }), hint: text(' ', 'Where') },
      field('e', {
        type: 'choice',
        as: 'radio',
        label: text('卡別'),
        options: [
          { value: 'option1', label: text('選項一', 'Option one') },
          { value: 'x', label: text('\u3164') },
        ],
      }),
      field('f', { type: 'declaration', label: text('資料屬實'), statement: text(' ', ' ') }),
      field('g', {
        type: 'group',
        label: text('家人'),
        rowTitle: text('成員 1'),
        maxRows: 3,
        fields: [field('h', { type: 'text', label: text('未命名') })],
      }),
    ];
    const form = withForm(fields, {
      title: text('未命名表單'),
      intro: text(' ', ' '),
      roles: [{ id: 'applicant', title: text(' ') }],
    });
    assert.deepEqual(
      brief(form, 'text-blank', 'placeholder', 'name-missing', 'option-name', 'statement', 'row-title').sort(),
      [
        'blocks name-missing field/a label',
        'blocks option-name field/e options',
        'blocks placeholder field/b label',
        'blocks placeholder field/e options',
        'blocks placeholder field/g rowTitle',
        'blocks placeholder field/g.h label',
        'blocks placeholder form.title',
        'blocks statement field/f statement',
        'blocks text-blank field/c hint',
        'blocks text-blank field/d hint',
        'blocks text-blank form.intro',
        'blocks text-blank form.roles.applicant.title',
      ],
    );
    const [hint] = found(form, 'text-blank').filter(({ at }) => at?.part === 'field/c');
    assert.deepEqual(hint!.fix!.commands, [{ id: 'set-property', args: { of: 'field/c', key: 'hint' } }]);
    assert.match(hint!.text['zh-Hant'], /題目「職業」的說明是空白的/);
    assert.deepEqual(brief(withForm([name, id]), 'text-blank', 'placeholder'), []);
  });

  test('a title of the form that is not seen is none', () =>
    assert.deepEqual(brief(withForm([name, id], { title: text('\u200B') }), 'form-title'), [
      'blocks form-title form.title',
    ]));
});

describe('who applies', () => {
  const codes = ['nobody-named', 'identity-half', 'identity-optional'];
  const other = field('other', { type: 'text', label: text('職業'), required: true });
  const free = <Kind extends Field>({ required: _, ...rest }: Kind): Field => rest as unknown as Field;
  const dataset = 'API.7QovE2Gev6';

  test('is asked, and has to be answered', () => {
    assert.deepEqual(brief(withForm([name, id], {}, [dataset]), ...codes), []);
    assert.deepEqual(brief(withForm([other], {}, [dataset]), ...codes), ['blocks nobody-named']);
    assert.deepEqual(brief(withForm([other]), ...codes), ['warns nobody-named']);
    assert.deepEqual(brief(withForm([name, other], {}, [dataset]), ...codes), ['warns identity-half']);
    assert.deepEqual(brief(withForm([free(name), free(id)], {}, [dataset]), ...codes), [
      'blocks identity-optional field/name required',
      'blocks identity-optional field/id required',
    ]);
    assert.deepEqual(brief(withForm([name, free(id)], {}, [dataset]), ...codes), [
      'warns identity-optional field/id required',
    ]);
  });

  test('somebody else’s name is not the applicant’s', () => {
    const spouse = field('spouse', { type: 'text', label: text('配偶姓名'), required: true });
    assert.deepEqual(brief(withForm([spouse, other], {}, [dataset]), ...codes), ['blocks nobody-named']);
  });

  test('can be put right at once, filled from what is asked for', () => {
    const [task] = found(withForm([other], {}, [dataset]), 'nobody-named');
    assert.deepEqual(task!.fix!.commands, [
      {
        id: 'add-identity',
        args: {
          parts: [
            { part: 'name', from: { dataset, path: '$.person_name' } },
            { part: 'id', from: { dataset, path: '$.person_id' } },
          ],
        },
      },
    ]);
  });
});
