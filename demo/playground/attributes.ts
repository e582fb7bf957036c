/** The attributes that an element says it has (components/custom-elements.json), and what each may be set to. */
import manifest from '#components/custom-elements.json';

export interface Attribute {
  readonly name: string;
  readonly description: string;
  /** Absent: any text. */
  readonly values?: readonly string[];
  readonly flag?: true;
}

interface Declared {
  readonly tagName: string;
  readonly attributes?: readonly {
    readonly name: string;
    readonly description?: string;
    readonly type?: { readonly text: string };
  }[];
}

const declared = (manifest.modules as readonly { readonly declarations: readonly Declared[] }[]).flatMap(
  ({ declarations }) => declarations,
);

export const declaredTags: readonly string[] = declared.map(({ tagName }) => tagName);

/** `'a' | 'b'` of its type, else what its description names in backquotes where it lists them. */
function valuesOf(type: string, description: string): readonly string[] | undefined {
  const literals = [...type.matchAll(/'([^']+)'/g)].map(([, value]) => value!);
  if (literals.length > 1) return literals;
  if (!/^[A-Z]\w+$/.test(type)) return undefined;
  const named = [...description.matchAll(/`([\w-]+)`/g)].map(([, value]) => value!);
  return named.length > 1 ? [...new Set(named)] : undefined;
}

/** `lang` is turned for the whole page. */
export const attributesOf = (tag: string): readonly Attribute[] =>
  (declared.find(({ tagName }) => tagName === tag)?.attributes ?? [])
    .filter(({ name, description }) => description && name !== 'lang')
    .map(({ name, description = '', type }) => {
      const text = type?.text ?? '';
      const values = valuesOf(text, description);
      return { name, description, ...(/^boolean\b/.test(text) ? { flag: true as const } : values && { values }) };
    });
