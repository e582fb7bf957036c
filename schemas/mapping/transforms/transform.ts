/** What a transform of the closed list is: checked before data is there (`to`), applied to a value (`apply`). */
import type { NormalValue } from '../../datasets/types.ts';
import type { TransformStep } from '../types.ts';
import type { ItemKind } from '../item-kind.ts';
import type { Kind } from '../kinds.ts';

export interface Transform {
  readonly name: string;
  /** Parameters beside `use`, each with its check. */
  readonly parameters: {
    readonly [name: string]: { readonly required: boolean; readonly fits: (value: unknown) => boolean };
  };
  /** The kind that comes out; undefined where it cannot be used on that kind. */
  readonly to: (kind: Kind) => Kind | undefined;
  /** Undefined where the value cannot be read so: then the question is an ordinary one. */
  readonly apply: (value: NormalValue, step: TransformStep) => NormalValue | undefined;
}

/** A transform of one text, which on a list works on each; one that cannot be read spoils the list. */
export const textTransform = (
  name: string,
  from: readonly ItemKind[],
  result: ItemKind,
  change: (text: string, step: TransformStep) => NormalValue | undefined,
  parameters: Transform['parameters'] = {},
): Transform => ({
  name,
  parameters,
  to: (kind) => (from.includes(kind.item) ? { item: result, list: kind.list } : undefined),
  apply: (value, step) => {
    if (typeof value === 'string') return change(value, step);
    if (!Array.isArray(value)) return undefined;
    const changed = (value as readonly NormalValue[]).map((item) =>
      typeof item === 'string' ? change(item, step) : undefined,
    );
    return changed.every((item): item is NormalValue => item !== undefined) ? changed : undefined;
  },
});

export const anyText: readonly ItemKind[] = ['text', 'id', 'date'];
