/** The texts of a part that can be edited where they stand: label or title, hint, options. Reads the layout, changes nothing. */
import type { Field, Option } from '#schemas/form/definition.ts';
import type { Language, Text } from '#schemas/text.ts';
import { setProperty } from '../../commands/set-property.ts';
import { typeNames } from '../../commands/shared/type-names.ts';
import type { Json } from '../../model/json.ts';
import type { Part, Ref } from '../../model/locate.ts';
import type { BuilderContext } from '../builder-context.ts';

/** A number is the place of an option. */
export type Spot = 'label' | 'title' | 'hint' | number;

/** In reading order; the hint is one of them even where there is none yet. */
export function spotsOf(part: Part): readonly Spot[] {
  if (!('label' in part)) return ['title', 'hint'];
  return ['label', 'hint', ...(part.type === 'choice' ? part.options.keys() : [])];
}

export function textAt(part: Part, spot: Spot): Text | undefined {
  if (typeof spot === 'number') return 'type' in part && part.type === 'choice' ? part.options[spot]?.label : undefined;
  if (spot === 'hint') return part.hint;
  return 'label' in part ? part.label : part.title;
}

const placeholders: readonly Text[] = [
  ...Object.values(typeNames),
  { 'zh-Hant': '新步驟', en: 'New step' },
  { 'zh-Hant': '新區段', en: 'New section' },
  { 'zh-Hant': '是否', en: '' },
];

/** The words of one language, typed; words that only held the place go from the other. */
export function typed(text: Text | undefined, language: Language, words: string): Text {
  const now = text ?? { 'zh-Hant': '', en: '' };
  const held =
    placeholders.some((one) => one['zh-Hant'] === now['zh-Hant'] && one.en === now.en) ||
    /^選項[ 一二]?\d*$/.test(now['zh-Hant']);
  return { ...(held ? { 'zh-Hant': '', en: '' } : now), [language]: words };
}

/** What is taken away stays readable in the other language. */
export function put({ run }: BuilderContext, ref: Ref, part: Part, spot: Spot, text: Text): void {
  if (typeof spot === 'number') {
    const { options } = part as Extract<Field, { type: 'choice' }>;
    const next = options.map((option, at): Option => (at === spot ? { ...option, label: text } : option));
    run(setProperty, { of: ref, key: 'options', value: next as unknown as Json });
  } else {
    const empty = spot === 'hint' && !text['zh-Hant'] && !text.en;
    run(setProperty, { of: ref, key: spot, value: empty ? undefined : (text as unknown as Json) });
  }
}

/** Which text of a question lies under a point; the field element is inert, so its boxes are asked. */
export function spotAt(node: HTMLElement, part: Part, x: number, y: number): Spot {
  if (!('label' in part)) return 'title';
  const holds = (one: Element | null | undefined): boolean => {
    const box = one?.getBoundingClientRect();
    return !!box && box.height > 0 && x >= box.left - 4 && x <= box.right + 4 && y >= box.top && y <= box.bottom;
  };
  const root = fieldRoot(node) ?? node;
  if (holds(root.querySelector('[part~=hint], .hint'))) return 'hint';
  const option = [...root.querySelectorAll('.option')].findIndex(holds);
  return option >= 0 ? option : 'label';
}

/** Where the text stands that is edited; undefined where there is none yet. */
export function boxOf(node: HTMLElement, spot: Spot): DOMRect | undefined {
  const body = node.querySelector<HTMLElement>(':scope > .body');
  const root = fieldRoot(node) ?? body;
  const one =
    typeof spot === 'number'
      ? root?.querySelectorAll('.option')[spot]
      : spot === 'hint'
        ? root?.querySelector('[part~=hint], .hint')
        : (root?.querySelector('[part~=label], .group-title') ?? body ?? node.querySelector(':scope > .title'));
  const box = one?.getBoundingClientRect();
  return box?.height ? box : undefined;
}

const fieldRoot = (node: HTMLElement): ShadowRoot | null | undefined =>
  node.querySelector(':scope > .body > *')?.shadowRoot;
