import type { NormalValue } from '../../datasets/types.ts';
import { folded } from '../../taiwan/plain-text.ts';
import type { Text } from '../../text.ts';
import { isBlank } from '../../publish/blank.ts';
import { problem, type DefinitionProblem } from '../problem.ts';
import type { FieldBase, FieldKind, FieldRules, Gap } from './kind.ts';
import { count, range, say } from './parts.ts';

export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly hint?: Text;
}

/** Answer: the value, or for `checkboxes` an array of values. */
export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly as: 'radio' | 'select' | 'checkboxes';
  readonly options: readonly Option[];
  readonly minItems?: number;
  readonly maxItems?: number;
}

const several = ({ as }: ChoiceField): boolean => as === 'checkboxes';

function fits(field: ChoiceField, value: NormalValue): boolean {
  const known = (item: NormalValue): boolean => field.options.some((option) => option.value === item);
  if (!several(field)) return known(value);
  if (!Array.isArray(value)) return false;
  const items = value as readonly NormalValue[];
  return (
    items.every(known) &&
    new Set(items).size === items.length &&
    items.length >= Math.max(1, field.minItems ?? 1) &&
    items.length <= (field.maxItems ?? field.options.length)
  );
}

function check(field: ChoiceField, path: string): readonly DefinitionProblem[] {
  const values = field.options.map(({ value }) => value);
  const repeated = field.options.flatMap(({ value }, index) =>
    values.indexOf(value) === index
      ? []
      : [
          problem(
            `${path}/options/${index}/value`,
            'duplicate-option',
            `選項「${value}」重複了。`,
            `The option "${value}" is there twice.`,
          ),
        ],
  );
  const counted =
    !several(field) && (field.minItems !== undefined || field.maxItems !== undefined)
      ? [
          problem(
            `${path}/minItems`,
            'items',
            '只有複選題才能設定項數。',
            'Only checkboxes have minItems and maxItems.',
          ),
        ]
      : range(path, 'minItems', field.minItems, 'maxItems', field.maxItems ?? values.length);
  return [...repeated, ...counted];
}

function gaps({ options }: ChoiceField): readonly Gap[] {
  const labels = options.map(({ label }) => folded(label['zh-Hant']).replaceAll(' ', ''));
  const gap = (code: string, zh: string, en: string): Gap => ({ code, key: 'options', text: say(zh, en) });
  return [
    ...(options.length < 2 ? [gap('few-options', '{name}的選項不到兩個。', '{name} has fewer than two options.')] : []),
    ...(options.some(({ label }) => isBlank(label['zh-Hant']))
      ? [gap('option-name', '{name}有選項沒有文字。', 'An option of {name} has no text.')]
      : []),
    ...(new Set(labels).size < labels.length
      ? [gap('duplicate-option-label', '{name}有兩個選項的文字相同。', 'Two options of {name} read the same.')]
      : []),
  ];
}

export const choice: FieldKind<ChoiceField> = {
  type: 'choice',
  name: say('選擇題', 'Choice'),
  settings: {
    as: { is: { enum: ['radio', 'select', 'checkboxes'] }, word: say('選擇方式', 'way of choosing'), needed: true },
    options: {
      is: { type: 'array', minItems: 1, items: { $ref: '#/$defs/option' } },
      word: say('選項', 'options'),
      needed: true,
    },
    minItems: { is: count(0), word: say('至少選幾項', 'least chosen') },
    maxItems: { is: count(1), word: say('最多選幾項', 'most chosen') },
  },
  fresh: {
    as: 'radio',
    options: [
      { value: 'option1', label: say('選項一', 'Option one') },
      { value: 'option2', label: say('選項二', 'Option two') },
    ],
  },
  takes: ['text'],
  panel: [
    {
      control: 'choose',
      key: 'as',
      name: say('選法', 'How to choose'),
      options: [
        ['radio', say('單選，全部列出', 'One, all shown')],
        ['select', say('單選，下拉選單', 'One, from a list')],
        ['checkboxes', say('可選多項', 'Several')],
      ],
    },
    [
      { control: 'number', key: 'minItems', name: say('至少選幾項', 'Least chosen'), shown: several },
      { control: 'number', key: 'maxItems', name: say('最多選幾項', 'Most chosen'), shown: several },
    ],
    { editor: 'options' },
  ],
  compared: (field) => (several(field) ? 'options' : 'option'),
  takesList: several,
  fits,
};

export const choiceRules: FieldRules<ChoiceField> = {
  answer: (field) => {
    const values = { enum: field.options.map(({ value }) => value) };
    if (!several(field)) return { type: 'string', ...values };
    return {
      type: 'array',
      items: { type: 'string', ...values },
      uniqueItems: true,
      minItems: Math.max(1, field.minItems ?? 1),
      maxItems: field.maxItems ?? field.options.length,
    };
  },
  sample: (field, { turn }) => {
    const { options } = field;
    if (!options.length) return undefined;
    const first = turn % options.length;
    if (!several(field)) return options[first]!.value;
    const n = Math.min(options.length, Math.max(1, field.minItems ?? 1));
    return Array.from({ length: n }, (_, index) => options[(first + index) % options.length]!.value);
  },
  paper: (field) => [{ hint: several(field) ? '可以勾選一項以上' : '勾選一項' }, { options: field.options }],
  check,
  gaps,
};
