/** Values of a form's settings in plain words, whole: what is approved is read letter by letter. */
import { datasets } from '../../datasets/catalogue.ts';
import type { FormDefinition } from '../../form/definition.ts';
import type { Fill } from '../../mapping/types.ts';
import type { Text } from '../../text.ts';
import { partsOf, titleOf } from '../form-parts.ts';
import { codeWord, wordOf } from '../property-words.ts';
import { isText } from '../texts.ts';
import { isObject } from '../../json.ts';

type Both = (zh: string, en: string) => Text;
const say: Both = (zh, en) => ({ 'zh-Hant': zh, en });

/** Not seen, or seen as something else: blanks that count as letters, marks over nothing. */
const unseen = /[^\P{C}\n]|[\p{Zl}\p{Zp}]|[^\P{Zs} \u3000]|[\p{Variation_Selector}\u115f\u1160\u2800\u3164\uffa0]/u;
/** Letters that pass for others: of another script, or a Han letter's double. */
const passing = /^(?![\p{Script=Latin}\p{Script=Han}\p{Script=Bopomofo}])\p{L}$/u;

const coded = (letter: string): string =>
  `⟨U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** What can not be seen is named: it must not hide in a text that two people look at. */
const visible = (text: string): string =>
  [...text]
    .map((letter) => {
      if (unseen.test(letter)) return coded(letter);
      const double = /\p{Script=Han}/u.test(letter) && letter.normalize('NFKC') !== letter;
      return double || passing.test(letter) ? letter + coded(letter) : letter;
    })
    .join('');

const join = (texts: readonly Text[], zh: string, en: string): Text =>
  say(texts.map((one) => one['zh-Hant']).join(zh), texts.map((one) => one.en).join(en));

const literal = (value: unknown): Text => {
  if (value === true) return say('是', 'yes');
  if (value === false) return say('否', 'no');
  const text = visible(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  return say(text, text);
};

const operators: { readonly [name: string]: readonly [string, string] | undefined } = {
  '==': ['是', 'is'],
  '!=': ['不是', 'is not'],
  '<': ['小於', 'is less than'],
  '<=': ['不超過', 'is at most'],
  '>': ['大於', 'is more than'],
  '>=': ['至少', 'is at least'],
  in: ['屬於', 'is in'],
};

const quoted = (text: Text): Text => say(`「${text['zh-Hant']}」`, `"${text.en}"`);

/** Undefined where it has another shape than the schema's. */
function condition(value: unknown, form: FormDefinition): Text | undefined {
  if (!isObject(value)) return undefined;
  const [[operator, given] = ['', undefined], ...more] = Object.entries(value);
  if (more.length) return undefined;
  const args: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (operator === 'var' && typeof args[0] === 'string') {
    const id = args[0];
    const at = partsOf(form).find(({ ref }) => ref === `field/${id}` || ref.endsWith(`.${id}`));
    return quoted(at ? { ...say(id, id), ...spoken(titleOf(at)) } : say(id, id));
  }
  const read = args.map((one) => condition(one, form));
  if ((operator === 'and' || operator === 'or') && read.every((one) => one !== undefined)) {
    const all = read.map((one) => (read.length > 1 ? say(`（${one['zh-Hant']}）`, `(${one.en})`) : one));
    return operator === 'and' ? join(all, '而且', ' and ') : join(all, '或者', ' or ');
  }
  const [left] = read;
  if (operator === '!!' && left) return say(`${left['zh-Hant']}有填寫或成立`, `${left.en} is answered or holds`);
  if (operator === '!' && left)
    return say(`${left['zh-Hant']}沒有填寫或不成立`, `${left.en} is not answered or does not hold`);
  const word = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (!word || args.length !== 2) return undefined;
  const [a, b] = args.map((one, index) => read[index] ?? quoted(literal(one)));
  return say(`${a!['zh-Hant']}${word[0]}${b!['zh-Hant']}`, `${a!.en} ${word[1]} ${b!.en}`);
}

const spoken = (text: Text): Text => say(visible(text['zh-Hant']), visible(text.en || text['zh-Hant']));

const datasetName = (id: unknown): Text => {
  const name = datasets.get(String(id))?.name;
  return name ? say(`${name['zh-Hant']}（${String(id)}）`, `${name.en} (${String(id)})`) : literal(id);
};

const policies: { readonly [policy: string]: Text | undefined } = {
  locked: say('不能改', 'locked'),
  confirm: say('由民眾確認', 'confirmed by the resident'),
  editable: say('民眾可以改', 'may be changed'),
  compare: say('由民眾填寫後比對', 'typed and compared'),
};

function fill(value: unknown): Text | undefined {
  if (!isObject(value) || !Array.isArray(value['from']) || !value['from'].every(isObject)) return undefined;
  const { policy, from } = value as unknown as Fill;
  const sources = from.map((source) => {
    const { dataset, path, ...more } = source as { readonly dataset?: unknown; readonly path?: unknown };
    const rest = Object.keys(more).length ? ` ${JSON.stringify(more)}` : '';
    const name = datasetName(dataset);
    return say(`${name['zh-Hant']} ${String(path)}${rest}`, `${name.en} ${String(path)}${rest}`);
  });
  const { policy: _policy, from: _from, ...rest } = value;
  const how = (Object.hasOwn(policies, policy) ? policies[policy] : undefined) ?? literal(policy);
  const all = [say(`${how['zh-Hant']}`, how.en), ...sources, ...(Object.keys(rest).length ? [literal(rest)] : [])];
  return join(all, '；', '; ');
}

const listed = (value: { readonly [key: string]: unknown }, form: FormDefinition): Text =>
  join(
    Object.entries(value).map(([key, one]) => {
      const [word, text] = [wordOf(key), valueWords(one, form, key)];
      const name = word['zh-Hant'] === '設定' ? say(key, key) : word;
      return say(`${name['zh-Hant']}：${text['zh-Hant']}`, `${name.en}: ${text.en}`);
    }),
    '\n',
    '\n',
  );

/** @param key the property that has it */
export function valueWords(value: unknown, form: FormDefinition, key = ''): Text {
  if (isText(value)) {
    // Where the languages are shown apart, a change of one must not look like none.
    const [zh, en] = [visible(value['zh-Hant']), visible(value.en ?? '')];
    return say(en ? `${zh}\n${en}` : zh, en ? `${zh}\n${en}` : zh);
  }
  const read = ['show', 'requiredWhen', 'when'].includes(key)
    ? condition(value, form)
    : ['fill', 'rows'].includes(key)
      ? fill(value)
      : undefined;
  if (read) return read;
  if (key === 'datasets' && Array.isArray(value))
    return join(
      value.map((one: unknown) =>
        isObject(one) && Array.isArray(one['anyOf'])
          ? join(one['anyOf'].map(datasetName), '或', ' or ')
          : datasetName(one),
      ),
      '、',
      ', ',
    );
  if (key === 'calculate') return literal(value);
  if (Array.isArray(value))
    return value.every((one) => !isObject(one))
      ? join(
          value.map((one: unknown) => codeWord(key, one) ?? literal(one)),
          '、',
          ', ',
        )
      : join(
          value.map((one: unknown) => valueWords(one, form)),
          '\n',
          '\n',
        );
  return isObject(value) ? listed(value, form) : (codeWord(key, value) ?? literal(value));
}
