/** A condition as it is printed on paper: 第 3 題答「是」. Pure; what the questions are called is the caller's. */
import { textIn } from '../text.ts';
import type { Condition, Field } from './definition.ts';

export interface Named {
  readonly field: Field;
  /** `第 3 題` */
  readonly name: string;
}

type Find = (id: string) => Named | undefined;

const varOf = (node: unknown): string | undefined => {
  const name = (node as { readonly var?: unknown } | null)?.var;
  return typeof name === 'string' ? name : Array.isArray(name) ? String(name[0]) : undefined;
};

const answer = (value: unknown, field: Field | undefined): string => {
  if (field?.type === 'declaration') return value === true ? '勾選' : '不勾選';
  if (typeof value === 'number') return String(value);
  const option = field?.type === 'choice' ? field.options.find((one) => one.value === value) : undefined;
  return `「${option ? textIn(option.label, 'zh-Hant') : String(value)}」`;
};

const comparing: { readonly [operator: string]: string } = {
  '==': '答',
  '!=': '不是答',
  '<': '小於 ',
  '<=': '不超過 ',
  '>': '大於 ',
  '>=': '至少 ',
};
const turned: { readonly [operator: string]: string } = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

export function conditionInWords(condition: Condition, find: Find): string {
  const [operator = '', given] = Object.entries(condition)[0] ?? [];
  const args = (Array.isArray(given) ? given : [given]) as readonly unknown[];
  const [left, right] = args;
  const named = (id: string | undefined): string => (id === undefined ? '' : (find(id)?.name ?? `「${id}」`));
  const fieldOf = (id: string | undefined): Field | undefined => (id === undefined ? undefined : find(id)?.field);
  const words = (one: unknown): string => {
    const inner = conditionInWords(one as Condition, find);
    return ['and', 'or'].includes(Object.keys(one as object)[0] ?? '') && args.length > 1 ? `（${inner}）` : inner;
  };
  switch (operator) {
    case 'and':
      return args.map(words).join('，而且');
    case 'or':
      return args.map(words).join('，或是');
    case 'var':
      return `${named(varOf(condition))}有填`;
    case '!!':
    case '!': {
      const id = varOf(left);
      if (id !== undefined) return `${named(id)}${operator === '!' ? '沒有填' : '有填'}`;
      return operator === '!!' ? words(left) : `不是（${conditionInWords(left as Condition, find)}）`;
    }
    case 'in': {
      if (!Array.isArray(right)) {
        const id = varOf(right);
        return `${named(id)}勾選${answer(left, fieldOf(id))}`;
      }
      const id = varOf(left);
      return `${named(id)}答${right.map((one) => answer(one, fieldOf(id))).join('或')}`;
    }
    default: {
      const swapped = varOf(left) === undefined;
      const id = varOf(swapped ? right : left);
      const sign = comparing[swapped ? (turned[operator] ?? operator) : operator] ?? operator;
      const value = answer(swapped ? left : right, fieldOf(id));
      return fieldOf(id)?.type === 'declaration' ? `${named(id)}${value}` : `${named(id)}${sign}${value}`;
    }
  }
}
