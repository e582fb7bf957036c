/**
 * Copy, cut and paste of parts, also between forms and windows: by way of the system's clipboard as text where the browser
 * lets us, and always within this page.
 */
import type { Field, Section, Step } from '#schemas/form/definition.ts';
import { paste, type Clip } from '../../commands/paste.ts';
import { aroundOf, type Around } from '../../commands/shared/fresh-copy.ts';
import { outermost, remove } from '../../commands/remove.ts';
import { say } from '../../model/command.ts';
import { find, kindOf } from '../../model/locate.ts';
import type { BuilderContext } from '../builder-context.ts';
import { placeAfterSelection } from '../palette/place-after-selection.ts';

let inPage: string | undefined;

export async function copyParts({ session, announce }: BuilderContext): Promise<boolean> {
  const parts = outermost(session.selected.flatMap((ref) => find(session.document, ref) ?? []));
  const kind = parts[0] && kindOf(parts[0].ref);
  if (!kind || parts.some(({ ref }) => kindOf(ref) !== kind)) {
    announce(say('請選取同一類的項目再複製。', 'Choose parts of one kind to copy.'));
    return false;
  }
  const copied = parts.map(({ part }) => part);
  const around = aroundOf(session.document, copied);
  inPage = JSON.stringify({ format: 'mydata-form-parts-1', kind, parts: copied, around });
  await navigator.clipboard?.writeText(inPage).catch(() => undefined);
  announce(say(`已複製 ${parts.length} 項`, `Copied ${parts.length}`));
  return true;
}

export async function cutParts(builder: BuilderContext): Promise<void> {
  const { selected } = builder.session;
  if (await copyParts(builder)) builder.run(remove, { refs: selected });
}

export async function pasteParts(builder: BuilderContext): Promise<void> {
  const text = (await navigator.clipboard?.readText?.().catch(() => undefined)) || inPage;
  const clip = readClip(text) ?? readClip(inPage);
  if (!clip) {
    builder.announce(say('剪貼簿裡沒有可以貼上的題目。', 'There is nothing to paste.'));
    return;
  }
  const { session } = builder;
  const behind = placeAfterSelection(session.document, session.selected, { what: 'type', type: 'text' });
  const { steps } = session.document.form;
  const step =
    steps.find(
      ({ sections }) => behind.at === 'place' && sections.some(({ id }) => behind.parent === `section/${id}`),
    ) ?? steps.at(-1);
  if (clip.kind === 'step') builder.run(paste, { clip, to: { parent: 'form', index: steps.length } });
  else if (clip.kind === 'section' && step)
    builder.run(paste, { clip, to: { parent: `step/${step.id}`, index: step.sections.length } });
  else if (behind.at === 'place') builder.run(paste, { clip, to: behind });
}

/** Only what we wrote ourselves, with the parts that its kind has. */
function readClip(text: string | undefined): Clip | undefined {
  try {
    const { format, kind, parts, around } = JSON.parse(text ?? '') as Partial<Clip>;
    if (format !== 'mydata-form-parts-1' || !Array.isArray(parts) || !parts.length) return undefined;
    const fits = { step: isStep, section: isSection, field: isField }[kind ?? 'field'];
    return parts.every((part) => fits(part))
      ? ({ format, kind, parts, around: readAround(around) } as Clip)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Of what says nothing of it, nothing around it is known. */
const readAround = (around: unknown): Around =>
  Object.fromEntries(
    Object.entries((typeof around === 'object' && around) || {}).filter(([, one]) =>
      hasText((one as Partial<Field> | null)?.label),
    ),
  ) as Around;

const hasText = (value: unknown): boolean =>
  typeof (value as { 'zh-Hant'?: unknown } | undefined)?.['zh-Hant'] === 'string';

const isField = (part: Partial<Field>): boolean =>
  typeof part.id === 'string' &&
  typeof part.type === 'string' &&
  hasText(part.label) &&
  (part.type !== 'group' || (Array.isArray(part.fields) && part.fields.every(isField)));

const isSection = (part: Partial<Section>): boolean =>
  typeof part.id === 'string' && hasText(part.title) && Array.isArray(part.fields) && part.fields.every(isField);

const isStep = (part: Partial<Step>): boolean =>
  typeof part.id === 'string' && hasText(part.title) && Array.isArray(part.sections) && part.sections.every(isSection);
