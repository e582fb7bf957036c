/** Rules in words: any condition and any calculation of the grammar as one sentence. Pure. */
import type { Calculation, Condition, Field } from '#schemas/form/definition.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { say, type PropertyWord } from '../properties/property-words.ts';

type Known = ReadonlyMap<string, Field>;

const quoted = (text: string, language: Language): string => (language === 'en' ? `"${text}"` : `「${text}」`);
const gap = (language: Language): string => (language === 'en' ? ' ' : '');

function nameOf(id: unknown, fields: Known, language: Language): string {
  const field = fields.get(String(id));
  return quoted(field ? textIn(field.label, language) : `${String(id)} ⚠`, language);
}

const varOf = (node: unknown): string | undefined => {
  const name = (node as { readonly var?: unknown } | null)?.var;
  return typeof name === 'string' ? name : Array.isArray(name) ? String(name[0]) : undefined;
};

function literal(value: unknown, field: Field | undefined, language: Language): string {
  const option = field?.type === 'choice' ? field.options.find((one) => one.value === value) : undefined;
  return typeof value === 'number'
    ? String(value)
    : quoted(option ? textIn(option.label, language) : String(value), language);
}

export function conditionText(condition: Condition, fields: Known, language: Language): string {
  const [operator = '', given] = Object.entries(condition)[0] ?? [];
  const args = (Array.isArray(given) ? given : [given]) as readonly unknown[];
  const [left, right] = args;
  const inner = (): string[] => args.map((arg) => conditionText(arg as Condition, fields, language));
  const space = gap(language);
  const op = (name: string): string => say(language, `op ${name}` as PropertyWord);
  switch (operator) {
    case 'and':
    case 'or': {
      const word = { and: ['，而且', ' and '], or: ['，或是', ' or '] }[operator][language === 'en' ? 1 : 0];
      const parts = inner();
      return parts.length > 1 ? parts.join(word) : (parts[0] ?? '');
    }
    case 'var':
      return `${nameOf(varOf(condition), fields, language)}${space}${op('answered')}`;
    case '!!':
    case '!': {
      const id = varOf(left);
      if (id !== undefined)
        return `${nameOf(id, fields, language)}${space}${op(operator === '!' ? 'unanswered' : 'answered')}`;
      const text = conditionText(left as Condition, fields, language);
      return operator === '!!' ? text : language === 'en' ? `not (${text})` : `不是（${text}）`;
    }
    case 'in': {
      if (Array.isArray(right)) {
        const field = fields.get(varOf(left) ?? '');
        const list = right.map((one) => literal(one, field, language)).join(language === 'en' ? ' or ' : '或');
        return `${nameOf(varOf(left), fields, language)}${space}${op('==')}${space}${list}`;
      }
      const field = fields.get(varOf(right) ?? '');
      return `${nameOf(varOf(right), fields, language)}${space}${op('contains')}${space}${literal(left, field, language)}`;
    }
    default: {
      const turned = varOf(left) === undefined;
      const id = varOf(turned ? right : left);
      const flip: { readonly [operator: string]: string } = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
      const value = literal(turned ? left : right, fields.get(id ?? ''), language);
      return `${nameOf(id, fields, language)}${space}${op(turned ? (flip[operator] ?? operator) : operator)}${space}${value}`;
    }
  }
}

const signs: { readonly [operator: string]: string } = { '+': '＋', '-': '－', '*': '×', '/': '÷' };

export function calculationText(node: Calculation, fields: Known, language: Language): string {
  if (typeof node === 'number') return String(node);
  if (typeof node === 'string')
    return node === 'today' ? (language === 'en' ? 'today' : '今天') : quoted(node, language);
  const [operator = '', given] = Object.entries(node)[0] ?? [];
  const args = (Array.isArray(given) ? given : [given]) as readonly Calculation[];
  const part = (arg: Calculation | undefined): string =>
    arg === undefined ? '' : calculationText(arg, fields, language);
  const english = language === 'en';
  if (Object.hasOwn(signs, operator))
    return args.map((arg) => (isSum(arg) ? `（${part(arg)}）` : part(arg))).join(` ${signs[operator] ?? operator} `);
  switch (operator) {
    case 'var':
      return nameOf(varOf(node), fields, language);
    case 'sum': {
      const group = fields.get(varOf(args[0]) ?? '');
      const inner = group?.type === 'group' ? group.fields.find(({ id }) => id === args[1]) : undefined;
      const name = quoted(inner ? textIn(inner.label, language) : String(args[1]), language);
      return english ? `the sum of ${name} in ${part(args[0])}` : `${part(args[0])}每一筆的${name}加總`;
    }
    case 'count':
      return english ? `how many in ${part(args[0])}` : `${part(args[0])}有幾筆`;
    case 'years':
      return english
        ? `full years from ${part(args[0])} to ${part(args[1])}`
        : `從${part(args[0])}到${part(args[1])}滿幾年`;
    case 'if': {
      const when = conditionText(args[0] as Condition, fields, language);
      return english
        ? `if ${when}: ${part(args[1])}, otherwise ${part(args[2])}`
        : `如果${when}，就是 ${part(args[1])}，否則是 ${part(args[2])}`;
    }
    default:
      return JSON.stringify(node);
  }
}

const isSum = (node: Calculation): boolean =>
  typeof node === 'object' && Object.keys(node).some((key) => Object.hasOwn(signs, key) || key === 'if');
