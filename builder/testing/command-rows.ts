/** One row for each command of the builder: `builder/commands/contract.test.ts` runs them, and misses none. */
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import { addIdentity } from '../commands/add-identity.ts';
import { addMapped } from '../commands/add-mapped.ts';
import { addSection, addStep } from '../commands/add-part.ts';
import { addQuestion } from '../commands/add-question.ts';
import { addQuestions } from '../commands/add-questions.ts';
import { changeType } from '../commands/change-type.ts';
import { mapQuestion } from '../commands/map-question.ts';
import { move } from '../commands/move.ts';
import { pasteOptions, pasteTranslations } from '../commands/paste-options.ts';
import { duplicate, paste, type Clip } from '../commands/paste.ts';
import { remove } from '../commands/remove.ts';
import { rename } from '../commands/rename.ts';
import { replaceDocument } from '../commands/replace-document.ts';
import { setCalculation } from '../commands/set-calculation.ts';
import { setEnds } from '../commands/set-ends.ts';
import { setFill } from '../commands/set-fill.ts';
import { setFormat } from '../commands/set-format.ts';
import { setProperty } from '../commands/set-property.ts';
import { setRoles } from '../commands/set-roles.ts';
import { setService } from '../commands/set-service.ts';
import { uniqueIds } from '../commands/unique-ids.ts';
import { newQuestion } from '../commands/shared/question.ts';
import { openDocument, type BuilderDocument } from '../model/document.ts';
import type { Json } from '../model/json.ts';
import type { CommandRow } from './command.contract.ts';
import { noDocument, reliefDocument } from './documents.ts';
import { palette } from './palette.ts';

const text = (zh: string) => ({ 'zh-Hant': zh, en: `${zh} (en)` });
const onlyChinese = (zh: string) => ({ 'zh-Hant': zh, en: '' });
const equals = (id: string, value: string) => ({ '==': [{ var: id }, value] });
const question = (id: string, more: Partial<Field> & { readonly type?: Field['type'] } = {}): Field =>
  ({ ...newQuestion(more.type ?? 'text', id), label: text(id), ...more }) as Field;

const person = palette.find(({ id }) => id === 'API.7QovE2Gev6')!;
const household = palette.find(({ id }) => id === 'API.UDauDOLyZg')!;
const planned = palette.find(({ status }) => status === 'planned')!;
const catalogue = new Map(palette.map((dataset) => [dataset.id, dataset]));
const fromPerson = (path: string) => ({ policy: 'confirm' as const, from: [{ dataset: person.id, path }] });

/** A little of everything, all of it spoken of by something. */
const ends = [{ id: 'end1', when: equals('kind', 'n'), title: text('不能'), text: text('請洽本府') }];
const sample: BuilderDocument = openDocument({
  ...noDocument,
  form: {
    ...noDocument.form,
    roles: [
      { id: 'applicant', title: text('申請人') },
      { id: 'child', title: text('子女') },
    ],
    ends,
    steps: [
      {
        id: 'step1',
        title: text('一'),
        sections: [
          {
            id: 'section1',
            title: text('甲'),
            fields: [
              question('name', { fill: fromPerson('$.person_name') }),
              question('kind', {
                type: 'choice',
                options: [
                  { value: 'y', label: text('是') },
                  { value: 'n', label: onlyChinese('否') },
                ],
              } as Partial<Field>),
              question('why', { show: equals('kind', 'y') }),
              question('rows', {
                type: 'group',
                fields: [question('amount', { type: 'number' })],
              } as Partial<Field>),
              question('total', { type: 'number', calculate: { sum: [{ var: 'rows' }, 'amount'] } } as Partial<Field>),
              question('plate', { label: onlyChinese('車牌'), hint: text('如車身所示') }),
              question('sure', { type: 'declaration' }),
            ],
          },
          { id: 'section2', title: text('乙'), fields: [] },
        ],
      },
      {
        id: 'step2',
        title: onlyChinese('二'),
        sections: [{ id: 'section3', title: text('丙'), role: 'child', fields: [question('last')] }],
      },
    ],
  } as unknown as FormDefinition,
});

const inGroup = openDocument({
  ...sample,
  form: {
    ...sample.form,
    steps: [
      {
        ...sample.form.steps[0]!,
        sections: [
          {
            id: 'section1',
            title: text('甲'),
            fields: [
              question('family', {
                type: 'group',
                rows: { policy: 'editable', from: [{ dataset: household.id, path: '$.members[*]' }] },
                fields: [question('inner')],
              } as Partial<Field>),
            ],
          },
        ],
      },
    ],
  },
});

/** The same id twice, as a file from elsewhere may have it. */
const doubled = openDocument({
  ...noDocument,
  form: {
    ...noDocument.form,
    steps: [
      {
        id: 'step1',
        title: text('一'),
        sections: [
          { id: 'section1', title: text('甲'), fields: [question('same'), question('other'), question('same')] },
        ],
      },
    ],
  },
});

const end = { parent: 'section/section1', index: 99 } as const;
const clip = (kind: 'step' | 'section' | 'field', parts: readonly unknown[]): Clip =>
  ({ format: 'mydata-form-parts-1', kind, parts }) as Clip;
const [firstStep] = sample.form.steps;
const [firstSection] = firstStep!.sections;
const words = text('換成另一份');

const row = <Args>(one: CommandRow<Args>): CommandRow<never> => one as unknown as CommandRow<never>;

export const commandRows: readonly CommandRow<never>[] = [
  row({
    command: addIdentity,
    does: [
      { on: sample, args: { parts: [{ part: 'name' }, { part: 'id' }] } },
      { on: noDocument, args: { parts: [{ part: 'id', from: { dataset: person.id, path: '$.person_id' } }] } },
    ],
    refuses: [{ on: sample, args: { parts: [] }, code: 'gone' }],
    joins: 'never',
  }),
  row({
    command: addMapped,
    does: [
      { on: sample, args: { dataset: person, paths: ['$.person_name', '$.birth_date'], to: end } },
      { on: sample, args: { dataset: household, paths: ['$.members'], to: end } },
      { on: sample, args: { dataset: person, paths: [], to: { parent: 'section/section3', index: 0 } } },
      {
        on: inGroup,
        args: { dataset: household, paths: ['$.members[*].person_name'], to: { parent: 'field/family', index: 0 } },
      },
    ],
    refuses: [
      { on: sample, args: { dataset: planned, paths: [], to: end }, code: 'planned-dataset' },
      { on: sample, args: { dataset: person, paths: ['$.nowhere'], to: end }, code: 'gone' },
      {
        on: sample,
        args: { dataset: person, paths: ['$.person_name'], to: { parent: 'section/none', index: 0 } },
        code: 'gone',
      },
      {
        on: sample,
        args: { dataset: person, paths: ['$.person_name'], to: { parent: 'field/rows', index: 0 } },
        code: 'rows',
      },
    ],
    joins: 'never',
  }),
  row({
    command: addStep,
    does: [0, 1, 99, -1].map((index) => ({ on: sample, args: { index } })),
    refuses: [],
    joins: 'never',
  }),
  row({
    command: addSection,
    does: [0, 99, -1].map((index) => ({ on: sample, args: { step: 'step/step2' as const, index } })),
    refuses: [
      { on: sample, args: { step: 'step/none', index: 0 }, code: 'gone' },
      { on: sample, args: { step: 'section/section1', index: 0 }, code: 'gone' },
    ],
    joins: 'never',
  }),
  row({
    command: addQuestion,
    does: [
      { on: sample, args: { type: 'national-id', to: end } },
      { on: sample, args: { type: 'text', to: { parent: 'field/rows', index: 0 } } },
      { on: sample, args: { type: 'evidence', dataset: person.id, to: { parent: 'section/section2', index: 0 } } },
    ],
    refuses: [
      { on: sample, args: { type: 'evidence', to: end }, code: 'evidence-dataset' },
      { on: sample, args: { type: 'file', to: { parent: 'field/rows', index: 0 } }, code: 'nested-group' },
      { on: sample, args: { type: 'text', to: { parent: 'step/step1', index: 0 } }, code: 'gone' },
    ],
    joins: 'never',
  }),
  row({
    command: addQuestions,
    does: [
      { on: sample, args: { questions: [{ type: 'text', label: '職業' }], to: end } },
      {
        on: sample,
        args: {
          questions: [
            { type: 'choice', label: '是否', options: ['是', '否'], required: true },
            { type: 'phone', label: '電話' },
          ],
          to: { parent: 'section/section2', index: 0 },
        },
      },
    ],
    refuses: [
      { on: sample, args: { questions: [], to: end }, code: 'no-lines' },
      {
        on: sample,
        args: { questions: [{ type: 'text', label: '職業' }], to: { ...end, parent: 'step/step1' } },
        code: 'gone',
      },
    ],
    joins: 'never',
  }),
  row({
    command: changeType,
    does: [
      { on: sample, args: { question: 'field/name', type: 'number' } },
      { on: sample, args: { question: 'field/plate', type: 'number' } },
      { on: sample, args: { question: 'field/kind', type: 'text' } },
      { on: sample, args: { question: 'field/rows.amount', type: 'text' } },
    ],
    refuses: [
      { on: sample, args: { question: 'field/name', type: 'group' }, code: 'other-kind' },
      { on: sample, args: { question: 'field/rows', type: 'text' }, code: 'other-kind' },
      { on: sample, args: { question: 'field/rows.amount', type: 'file' }, code: 'other-kind' },
      { on: sample, args: { question: 'field/none', type: 'text' }, code: 'gone' },
    ],
    idle: [{ on: sample, args: { question: 'field/name', type: 'text' } }],
    joins: 'never',
  }),
  row({
    command: mapQuestion,
    does: [
      { on: sample, args: { question: 'field/why', dataset: person, path: '$.person_name' } },
      { on: sample, args: { question: 'field/name', dataset: person, path: '$.father_name' } },
      { on: sample, args: { question: 'field/why', dataset: person, path: '$.register_notes', transformed: true } },
    ],
    refuses: [
      { on: sample, args: { question: 'field/sure', dataset: person, path: '$.person_name' }, code: 'fill-type' },
      {
        on: sample,
        args: { question: 'field/why', dataset: person, path: '$.register_notes' },
        code: 'needs-transform',
      },
      { on: sample, args: { question: 'field/name', dataset: person, path: '$.person_name' }, code: 'mapped-already' },
      {
        on: sample,
        args: { question: 'field/rows.amount', dataset: person, path: '$.person_name' },
        code: 'other-dataset',
      },
      {
        on: inGroup,
        args: { question: 'field/family.inner', dataset: person, path: '$.person_name' },
        code: 'other-dataset',
      },
      { on: sample, args: { question: 'field/none', dataset: person, path: '$.person_name' }, code: 'gone' },
      { on: sample, args: { question: 'field/why', dataset: person, path: '$.nowhere' }, code: 'gone' },
    ],
    joins: 'never',
  }),
  row({
    command: move,
    does: [
      { on: sample, args: { refs: ['field/why', 'field/name'], to: { parent: 'section/section3', index: 0 } } },
      { on: sample, args: { refs: ['field/name'], to: end } },
      { on: sample, args: { refs: ['field/last'], to: { parent: 'field/rows', index: 0 } } },
      { on: sample, args: { refs: ['section/section3'], to: { parent: 'step/step1', index: 0 } } },
      { on: sample, args: { refs: ['step/step1'], to: { parent: 'form', index: 99 } } },
    ],
    refuses: [
      { on: sample, args: { refs: ['field/none'], to: end }, code: 'gone' },
      { on: sample, args: { refs: ['field/name'], to: { parent: 'section/none', index: 0 } }, code: 'gone' },
      { on: sample, args: { refs: ['field/name', 'step/step2'], to: end }, code: 'mixed' },
      { on: sample, args: { refs: ['field/name'], to: { parent: 'field/rows', index: 0 } }, code: 'across-groups' },
      { on: sample, args: { refs: ['field/rows.amount'], to: end }, code: 'across-groups' },
      { on: sample, args: { refs: ['field/name'], to: { parent: 'form', index: 0 } }, code: 'wrong-place' },
      { on: sample, args: { refs: ['section/section1'], to: end }, code: 'wrong-place' },
      { on: sample, args: { refs: ['step/step1'], to: end }, code: 'wrong-place' },
    ],
    idle: [
      { on: sample, args: { refs: ['field/kind', 'field/name'], to: { parent: 'section/section1', index: 1 } } },
      { on: sample, args: { refs: ['field/last'], to: { parent: 'section/section3', index: 99 } } },
      { on: sample, args: { refs: ['step/step1'], to: { parent: 'form', index: -1 } } },
    ],
    joins: 'never',
  }),
  row({
    command: pasteOptions,
    does: [
      {
        on: sample,
        args: {
          question: 'field/kind',
          at: 0,
          language: 'zh-Hant',
          items: [{ text: '不知道', en: 'unknown' }, { text: '是' }],
        },
      },
      { on: sample, args: { question: 'field/kind', at: 1, language: 'en', items: [{ text: 'Maybe', hint: '說明' }] } },
    ],
    refuses: [
      {
        on: sample,
        args: { question: 'field/kind', at: 0, language: 'zh-Hant', items: [{ text: '是' }] },
        code: 'no-new-option',
      },
      { on: sample, args: { question: 'field/kind', at: 0, language: 'zh-Hant', items: [] }, code: 'no-new-option' },
      {
        on: sample,
        args: { question: 'field/name', at: 0, language: 'zh-Hant', items: [{ text: '甲' }] },
        code: 'gone',
      },
    ],
    joins: 'never',
  }),
  row({
    command: pasteTranslations,
    does: [{ on: sample, args: { question: 'field/kind', at: 1, items: [{ text: 'No' }, { text: 'one too many' }] } }],
    refuses: [{ on: sample, args: { question: 'field/name', at: 0, items: [{ text: 'No' }] }, code: 'gone' }],
    idle: [{ on: sample, args: { question: 'field/kind', at: 0, items: [{ text: '是 (en)' }] } }],
    joins: 'never',
  }),
  row({
    command: paste,
    does: [
      {
        on: sample,
        args: { clip: clip('field', [question('name'), question('b', { show: equals('none', 'x') })]), to: end },
      },
      { on: sample, args: { clip: clip('field', [question('name')]), to: { parent: 'field/rows', index: 0 } } },
      { on: sample, args: { clip: clip('section', [firstSection]), to: { parent: 'step/step2', index: 99 } } },
      { on: sample, args: { clip: clip('section', [firstSection]), to: { parent: 'step/step2', index: -1 } } },
      { on: sample, args: { clip: clip('step', [firstStep]), to: { parent: 'form', index: 99 } } },
      { on: sample, args: { clip: clip('step', [firstStep]), to: { parent: 'form', index: -1 } } },
    ],
    refuses: [
      { on: sample, args: { clip: clip('field', []), to: end }, code: 'gone' },
      {
        on: sample,
        args: { clip: clip('field', [question('a')]), to: { parent: 'section/none', index: 0 } },
        code: 'gone',
      },
      { on: sample, args: { clip: clip('section', [firstSection]), to: end }, code: 'wrong-place' },
      {
        on: sample,
        args: { clip: clip('field', [question('a', { type: 'file' })]), to: { parent: 'field/rows', index: 0 } },
        code: 'nested-group',
      },
    ],
    joins: 'never',
  }),
  row({
    command: duplicate,
    does: [
      { on: sample, args: { refs: ['field/kind', 'field/why'] } },
      { on: sample, args: { refs: ['field/rows.amount'] } },
      { on: sample, args: { refs: ['section/section1'] } },
      { on: sample, args: { refs: ['step/step1', 'field/name'] } },
    ],
    refuses: [
      { on: sample, args: { refs: ['field/none'] }, code: 'gone' },
      { on: sample, args: { refs: ['field/name', 'step/step2'] }, code: 'mixed' },
    ],
    joins: 'never',
  }),
  row({
    command: remove,
    does: [
      { on: sample, args: { refs: ['field/name'] } },
      { on: sample, args: { refs: ['field/kind'], withConditions: true } },
      { on: sample, args: { refs: ['field/rows.amount'], withConditions: true } },
      { on: sample, args: { refs: ['field/rows'], withConditions: true } },
      { on: sample, args: { refs: ['section/section2', 'section/section3'] } },
      { on: sample, args: { refs: ['step/step1', 'field/name'], withConditions: true } },
    ],
    refuses: [
      { on: sample, args: { refs: ['field/none'] }, code: 'gone' },
      { on: sample, args: { refs: ['field/kind'] }, code: 'in-use' },
      { on: sample, args: { refs: ['field/rows.amount'] }, code: 'in-use' },
      { on: sample, args: { refs: ['step/step1', 'step/step2'], withConditions: true }, code: 'last-step' },
    ],
    joins: 'never',
  }),
  row({
    command: rename,
    does: [
      { on: sample, args: { ref: 'field/kind', id: 'sort' } },
      { on: sample, args: { ref: 'field/rows', id: 'list' } },
      { on: sample, args: { ref: 'field/rows.amount', id: 'sum1' } },
      { on: sample, args: { ref: 'section/section1', id: 'first-part' } },
      { on: sample, args: { ref: 'step/step1', id: 'first-step' } },
    ],
    refuses: [
      { on: sample, args: { ref: 'field/none', id: 'a' }, code: 'gone' },
      { on: sample, args: { ref: 'field/name', id: '1a' }, code: 'bad-id' },
      { on: sample, args: { ref: 'field/name', id: 'constructor' }, code: 'bad-id' },
      { on: sample, args: { ref: 'field/name', id: 'amount' }, code: 'duplicate-id' },
    ],
    idle: [{ on: sample, args: { ref: 'field/name', id: 'name' } }],
    joins: 'never',
  }),
  row({
    command: replaceDocument,
    does: [
      { on: sample, args: { document: noDocument, words } },
      { on: noDocument, args: { document: reliefDocument, words } },
    ],
    refuses: [],
    idle: [{ on: sample, args: { document: sample, words } }],
    joins: 'never',
  }),
  row({
    command: setCalculation,
    does: [
      { on: sample, args: { question: 'field/name', calculate: { '+': [{ var: 'total' }, 1] } } },
      { on: sample, args: { question: 'field/total', calculate: undefined } },
    ],
    refuses: [
      { on: sample, args: { question: 'field/none', calculate: 1 }, code: 'gone' },
      { on: sample, args: { question: 'field/kind', calculate: 1 }, code: 'no-such-property' },
    ],
    idle: [{ on: sample, args: { question: 'field/plate', calculate: undefined } }],
    joins: {
      on: sample,
      first: { question: 'field/total', calculate: 1 },
      then: { question: 'field/total', calculate: 12 },
      elsewhere: { question: 'field/name', calculate: 12 },
    },
  }),
  row({
    command: setEnds,
    does: [
      { on: sample, args: { ends: [...ends, { ...ends[0]!, id: 'end2' }] } },
      { on: sample, args: { ends: [] } },
      { on: sample, args: { ends: [{ ...ends[0]!, title: text('改過') }] } },
    ],
    refuses: [{ on: sample, args: { ends: [...ends, ...ends] }, code: 'duplicate-id' }],
    idle: [
      { on: sample, args: { ends } },
      { on: noDocument, args: { ends: [] } },
    ],
    joins: {
      on: sample,
      first: { ends: [{ ...ends[0]!, title: text('改') }] },
      then: { ends: [{ ...ends[0]!, title: text('改過') }] },
      // One more is not typing.
      elsewhere: { ends: [...ends, { ...ends[0]!, id: 'end2' }] },
    },
  }),
  row({
    command: setFill,
    does: [
      { on: sample, args: { question: 'field/why', fill: fromPerson('$.person_name'), catalogue } },
      { on: sample, args: { question: 'field/name', fill: undefined, catalogue } },
      {
        on: sample,
        args: { question: 'field/name', fill: { ...fromPerson('$.person_name'), policy: 'locked' }, catalogue },
      },
    ],
    refuses: [
      { on: sample, args: { question: 'field/none', fill: undefined, catalogue }, code: 'gone' },
      { on: sample, args: { question: 'field/why', fill: { policy: 'confirm', from: [] }, catalogue }, code: 'gone' },
      {
        on: sample,
        args: { question: 'field/why', fill: fromPerson('$.register_notes'), catalogue },
        code: 'type-clash',
      },
    ],
    idle: [{ on: sample, args: { question: 'field/why', fill: undefined, catalogue } }],
    joins: 'never',
  }),
  row({
    command: setFormat,
    does: [
      { on: sample, args: { question: 'field/name', pattern: '\\d{8}' } },
      { on: sample, args: { question: 'field/plate', pattern: 'A+' } },
    ],
    refuses: [
      { on: sample, args: { question: 'field/none', pattern: 'A+' }, code: 'gone' },
      { on: sample, args: { question: 'field/kind', pattern: 'A+' }, code: 'no-such-property' },
    ],
    idle: [{ on: sample, args: { question: 'field/name', pattern: undefined } }],
    joins: {
      on: sample,
      first: { question: 'field/name', pattern: '\\d{8}' },
      then: { question: 'field/name', pattern: '\\d{8}A' },
      elsewhere: { question: 'field/plate', pattern: 'A+' },
    },
  }),
  row({
    command: setProperty,
    does: [
      { on: sample, args: { of: 'field/name', key: 'label', value: onlyChinese('姓名') } },
      { on: sample, args: { of: 'field/name', key: 'label', value: onlyChinese('') } },
      { on: sample, args: { of: 'field/plate', key: 'hint', value: undefined } },
      { on: sample, args: { of: 'section/section3', key: 'role', value: undefined } },
      { on: sample, args: { of: 'step/step2', key: 'show', value: equals('kind', 'y') as Json } },
      { on: sample, args: { of: 'field/rows.amount', key: 'integer', value: true } },
    ],
    refuses: [
      { on: sample, args: { of: 'field/none', key: 'label', value: text('甲') }, code: 'gone' },
      { on: sample, args: { of: 'field/name', key: 'options', value: [] }, code: 'no-such-property' },
      { on: sample, args: { of: 'field/name', key: 'id', value: 'other' }, code: 'no-such-property' },
      { on: sample, args: { of: 'step/step1', key: 'role', value: 'child' }, code: 'no-such-property' },
      { on: sample, args: { of: 'field/name', key: 'label', value: undefined }, code: 'needed' },
    ],
    idle: [{ on: sample, args: { of: 'field/name', key: 'required', value: undefined } }],
    joins: {
      on: sample,
      first: { of: 'field/name', key: 'label', value: onlyChinese('姓') },
      then: { of: 'field/name', key: 'label', value: onlyChinese('姓名') },
      elsewhere: { of: 'field/name', key: 'hint', value: onlyChinese('姓名') },
    },
  }),
  row({
    command: setRoles,
    does: [
      { on: sample, args: { roles: [{ id: 'applicant', title: text('申請人') }] } },
      { on: sample, args: { roles: [...sample.form.roles, { id: 'spouse', title: text('配偶') }] } },
    ],
    refuses: [
      { on: sample, args: { roles: [] }, code: 'roles' },
      { on: sample, args: { roles: [{ id: 'child', title: text('子女') }] }, code: 'roles' },
      {
        on: sample,
        args: { roles: [...sample.form.roles, { id: 'child', title: text('又一') }] },
        code: 'roles',
      },
    ],
    idle: [{ on: sample, args: { roles: sample.form.roles } }],
    joins: {
      on: sample,
      first: { roles: [sample.form.roles[0]!, { id: 'child', title: text('孩') }] },
      then: { roles: [sample.form.roles[0]!, { id: 'child', title: text('孩子') }] },
      elsewhere: 'nowhere',
    },
  }),
  row({
    command: setService,
    does: [
      { on: sample, args: { of: 'service', keys: ['notice', 'period'], value: text('一年') } },
      { on: sample, args: { of: 'form', keys: ['intro'], value: text('說明') } },
    ],
    refuses: [
      { on: sample, args: { of: 'service', keys: ['id'], value: 'other' }, code: 'no-such-property' },
      { on: sample, args: { of: 'form', keys: ['steps'], value: [] }, code: 'no-such-property' },
      { on: sample, args: { of: 'service', keys: [], value: 1 }, code: 'no-such-property' },
      { on: sample, args: { of: 'service', keys: ['none', 'there'], value: 1 }, code: 'no-such-property' },
    ],
    idle: [{ on: sample, args: { of: 'form', keys: ['intro'], value: undefined } }],
    joins: {
      on: sample,
      first: { of: 'service', keys: ['name'], value: onlyChinese('急') },
      then: { of: 'service', keys: ['name'], value: onlyChinese('急難') },
      elsewhere: { of: 'service', keys: ['summary'], value: onlyChinese('急難') },
    },
  }),
  row({
    command: uniqueIds,
    does: [{ on: doubled, args: undefined }],
    refuses: [{ on: sample, args: undefined, code: 'unique' }],
    joins: 'never',
  }),
];
