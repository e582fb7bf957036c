/** Where something goes that is put on the form without dragging: behind what is selected, else at the end. */
import { fieldKind } from '#schemas/form/fields/index.ts';
import type { BuilderDocument } from '../../model/document.ts';
import { find, groupOf, idOf, kindOf, partsOf, placeOf, type Ref } from '../../model/locate.ts';
import type { Dragged, Target } from '../drag/dragged.ts';

export function placeAfterSelection(document: BuilderDocument, selected: readonly Ref[], dragged: Dragged): Target {
  const ref = selected.at(-1);
  const found = ref && find(document, ref);
  if (ref && found) {
    if (kindOf(ref) === 'section' && 'fields' in found.part)
      return { at: 'place', parent: ref, index: found.part.fields.length };
    if (kindOf(ref) === 'step') {
      const section = 'sections' in found.part ? found.part.sections.at(-1) : undefined;
      if (section) return { at: 'place', parent: `section/${section.id}`, index: section.fields.length };
    }
    if (kindOf(ref) === 'field') return behind(document, ref, dragged);
  }
  const section = document.form.steps.at(-1)?.sections.at(-1);
  return { at: 'place', parent: section ? `section/${section.id}` : 'form', index: section?.fields.length ?? 0 };
}

function behind(document: BuilderDocument, ref: Ref, dragged: Dragged): Target {
  const group = groupOf(ref);
  // What can not lie in a group goes behind the group.
  if (group && !fitsGroup(document, group, dragged)) return behind(document, group, dragged);
  const found = find(document, ref);
  const self = found?.part;
  const isGroup = self && 'type' in self && self.type === 'group';
  // Into a group that has no question yet: who just made it wants that.
  if (isGroup && fitsGroup(document, ref, dragged) && (dragged.what === 'fields' || !self.fields.length))
    return { at: 'place', parent: ref, index: self.fields.length };
  const parents = [...partsOf(document).values()];
  const parent =
    group ??
    parents.find(({ part }) => 'fields' in part && !('type' in part) && part.fields.some(({ id }) => id === idOf(ref)))
      ?.ref;
  return { at: 'place', parent: parent ?? 'form', index: found ? placeOf(found).index + 1 : 0 };
}

function fitsGroup(document: BuilderDocument, group: Ref, dragged: Dragged): boolean {
  const part = find(document, group)?.part;
  if (!part || !('type' in part) || part.type !== 'group') return false;
  if (dragged.what === 'type') return !fieldKind(dragged.type).outside;
  if (dragged.what === 'yes-no') return true;
  if (dragged.what !== 'fields' || !dragged.paths.length) return false;
  const rows = part.rows?.from.find(({ dataset }) => dataset === dragged.dataset.id)?.path;
  return rows !== undefined && dragged.paths.every((path) => path.startsWith(`${rows}.`));
}
