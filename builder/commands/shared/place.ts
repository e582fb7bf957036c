/** Where questions can be put: between the questions of a section, or of a group. */
import { fieldKind, type Field } from '#schemas/form/fields/index.ts';
import { gone, refuse, type Refusal } from '../../model/command.ts';
import type { BuilderDocument } from '../../model/document.ts';
import type { Path } from '../../model/json.ts';
import { find, kindOf, partsOf, type Ref } from '../../model/locate.ts';

export interface Place {
  /** A section, or a group. */
  readonly parent: Ref;
  /** Before the question that now has this index; the number of questions = at the end. */
  readonly index: number;
}

export interface OpenPlace {
  readonly list: Path;
  readonly fields: readonly Field[];
  readonly index: number;
  readonly inGroup: boolean;
}

/** `putting`: the types that are to lie there. */
export function openPlace(
  document: BuilderDocument,
  { parent, index }: Place,
  putting: readonly Field['type'][],
): OpenPlace | Refusal {
  const found = find(document, parent);
  const part = found?.part;
  if (!found || !part || !('fields' in part)) return gone();
  const inGroup = kindOf(parent) === 'field';
  if (inGroup && putting.some((type) => fieldKind(type).outside))
    return refuse(
      'nested-group',
      '重複群組裡不能再放群組、檔案或佐證文件，請放在群組外面。',
      'No group, file or evidence fits into a group; put it outside.',
    );
  return { list: [...found.path, 'fields'], fields: part.fields, index: clamp(index, part.fields.length), inGroup };
}

/** A place between so many parts, or at one of the ends. */
export const clamp = (index: number, length: number): number => Math.max(0, Math.min(Math.trunc(index), length));

/** The reference that a question with this id has there. */
export const refAt = ({ parent }: Place, id: string): Ref =>
  kindOf(parent) === 'field' ? `${parent as `field/${string}`}.${id}` : `field/${id}`;

/** The place behind a question. */
export function behind(document: BuilderDocument, ref: Ref): Place | undefined {
  const found = find(document, ref);
  if (!found || kindOf(ref) !== 'field') return undefined;
  const holder = found.path.slice(0, -2).join('/');
  const parent = [...partsOf(document).values()].find(({ path }) => path.join('/') === holder);
  return parent && { parent: parent.ref, index: (found.path.at(-1) as number) + 1 };
}
