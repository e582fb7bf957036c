/**
 * Drafts of forms: autosaved, beside the live version. The revision decides between two designers: the later one with an
 * old revision is told whose work stands there, and both works are kept. Nothing is ever lost.
 */
import type {
  Approval,
  DraftConflict,
  DraftHistory,
  DraftOfForm,
  SaveDocument,
  SavedDocument,
  TrailEntry,
} from '#schemas/wire/builder-api.ts';
import { translatedAfter } from '#schemas/publish/translations.ts';
import { askedOf } from '#schemas/services/asked.ts';
import type { County } from '../county.ts';
import { registrationView } from '../registration/view.ts';
import { stableJson } from '../stable-json.ts';
import { authorsOfVersion, authorsRestored, authorsSince } from './authors.ts';
import { named, readDocument, readHistory } from './document.ts';
import { FormsError } from './errors.ts';
import { keepOnce, keepSteps, keptOf } from './kept.ts';
import { liveOf, liveTranslated, versionOf } from './live.ts';
import { commitNew, type Room } from '../space.ts';
import type { FormState } from './form-state.ts';
import { formAction } from './record.ts';
import { passed, stageOf } from './stage.ts';
import { byOf, type Designer } from './staff.ts';
import type { Decision, FormWork, KeptForm, Passage } from './storage.ts';

export const noHistory: DraftHistory = { done: [], undone: [] };

/** @throws 404 `form-unknown` */
export async function formState(county: County, id: string): Promise<FormState> {
  const row = await county.storage.formDraft(id);
  const live = liveOf(county, id);
  const revision = row?.revision ?? 0;
  if (row?.work) {
    const { document, translated } = row.work;
    return { id, revision, row, document, translated, ...(live && { live }) };
  }
  if (!live) throw new FormsError('form-unknown');
  const translated = await liveTranslated(county, id, live);
  return { id, revision, live, document: live.document, translated, ...(row && { row }) };
}

/** By name: ids of accounts stay here. */
export const passageView = ({ by, at, notes }: Decision): Approval => ({
  by: by.name,
  at,
  ...(notes !== undefined && { notes }),
});

/** As `passageView`, of a decision that may not have been taken. */
export const approvalOf = (decision: Decision | undefined): Approval | undefined => decision && passageView(decision);

/**
 * A form as the builder opens it: the work in hand, or what was published last. Staff appear by name, never by id;
 * office and roles of whoever asks are added by the route.
 */
export function draftView(
  county: Pick<County, 'services'>,
  { id, revision, live, row, document }: FormState,
): DraftOfForm {
  const work = row?.work;
  const base = work ? row.base : live?.version;
  const approval = approvalOf(work?.approval);
  const sent = approvalOf(work?.sent);
  const { returned, trail = [] } = work ?? {};
  return {
    id,
    document,
    history: work?.history ?? noHistory,
    revision,
    ...(work && { savedAt: work.savedAt, savedBy: work.savedBy.name }),
    ...(base !== undefined && { base }),
    ...(work && { stage: stageOf(work), trail: trail.map(trailView) }),
    ...(sent && { sent }),
    ...(approval && { approval }),
    ...(returned && { returned: { by: returned.by.name, at: returned.at, notes: returned.notes ?? '' } }),
    ...registrationOf(county, id),
  };
}

/** Of what was published last, and which version residents see until it is covered. */
function registrationOf(
  { services }: Pick<County, 'services'>,
  id: string,
): Pick<DraftOfForm, 'registration' | 'liveVersion'> {
  const service = services.get(id);
  if (!service) return {};
  const { newest, formVersion } = service;
  return {
    registration: registrationView(service, askedOf(newest)),
    ...(newest.formVersion !== formVersion && { liveVersion: formVersion }),
  };
}

/** One station of the way to publication, by name: ids of accounts stay here. */
export const trailView = (passage: Passage): TrailEntry => ({
  what: passage.what,
  revision: passage.revision,
  ...passageView(passage),
});

const same = (a: unknown, b: unknown): boolean => stableJson(a) === stableJson(b);

/** Of a work that takes the place of another there may be as much twice for a moment. */
export const roomFor = (...parts: readonly unknown[]): readonly Room[] => [
  { kind: 'forms', bytes: Buffer.byteLength(JSON.stringify(parts)) },
];

/** @throws 409 `form-conflict` with the other's work; what was sent is kept */
export async function saveForm(
  county: County,
  id: string,
  staff: Designer,
  input: SaveDocument,
): Promise<SavedDocument> {
  const { revision, translated: confirmed = [], keeps } = input;
  const document = named(readDocument(input.document), id);
  const history = readHistory(input.history);
  const state = await formState(county, id);
  const restored = await authorsRestored(county, id, input.restores, keeps === 'restored' ? document : undefined);
  if (state.revision !== revision) {
    // The answer to a save that went through was lost on its way: here is that answer.
    const mine = state.row?.work;
    if (mine?.savedBy.id === staff.id && state.revision === revision + 1 && same(mine.document, document))
      return { revision: state.revision, savedAt: mine.savedAt };
    throw await conflict(county, state, staff, { document, history, revision }, restored);
  }
  const before = state.row?.work;
  const now = county.clock.now().toISOString();
  const unchanged = before !== undefined && same(before.document, document);
  const work: FormWork = {
    document,
    history,
    translated: translatedAfter(state, document, confirmed),
    savedAt: now,
    savedBy: byOf(staff),
    editors: [...new Set([...authorsSince(state), ...restored, staff.id])],
    ...(before && decisionsAfter(before, unchanged, { what: 'changed', revision, by: byOf(staff), at: now })),
  };
  const ended = before !== undefined && !unchanged && isWaiting(before);
  const base = before ? state.row?.base : state.live?.version;
  const decided = before && { stage: stageOf(before) };
  const saved = await commitNew(county, roomFor(document, history), [
    ...(keeps && before ? keepSteps(keptOf(county, staff, { ...standing(state, before), why: keeps })) : []),
    { step: 'save-form', form: id, revision, work, ...decided, ...(base !== undefined && { base }) },
    ...(ended ? [await formAction(county, staff, id, { verb: 'change-sent-form' })] : []),
  ]);
  if (!saved.ok) {
    const other = await formState(county, id);
    if (other.revision !== revision)
      throw await conflict(county, other, staff, { document, history, revision }, restored);
    // Approved or given back in the meantime: that stays with what it was about.
    return saveForm(county, id, staff, input);
  }
  return { revision: revision + 1, savedAt: now };
}

const isWaiting = (work: FormWork): boolean => ['sent', 'approved'].includes(stageOf(work));

/** A decision is about what stood there: another document ends it, and is a draft again. */
function decisionsAfter(
  { sent, approval, returned, trail }: FormWork,
  unchanged: boolean,
  change: Passage,
): Pick<FormWork, 'sent' | 'approval' | 'returned' | 'trail'> {
  const waited = sent ?? approval;
  return {
    ...(unchanged && sent && { sent }),
    ...(unchanged && approval && { approval }),
    ...(returned && { returned }),
    ...(waited && !unchanged ? passed({ ...(trail && { trail }) }, change) : trail && { trail }),
  };
}

/** Keeps what was sent and says what stands there. */
export async function conflict(
  county: County,
  state: FormState,
  staff: Designer,
  sent?: Pick<KeptForm, 'document' | 'history' | 'revision'>,
  restored: readonly string[] = [],
): Promise<FormsError> {
  const kept = sent && (await keepOnce(county, await lost(county, state, staff, sent, restored)));
  const other = await lastWord(county, state);
  const told: DraftConflict['conflict'] = {
    revision: state.revision,
    ...other,
    document: state.document,
    ...(kept !== undefined && { kept }),
  };
  return new FormsError('form-conflict', { conflict: told });
}

/** It began from what others had written, perhaps before that was published: who brings it back brings theirs back, too. */
async function lost(
  county: County,
  state: FormState,
  staff: Designer,
  sent: Pick<KeptForm, 'document' | 'history' | 'revision'>,
  restored: readonly string[],
): Promise<KeptForm> {
  const published = state.live && (await county.storage.formVersion(state.id, state.live.version));
  const editors = [...new Set([...authorsSince(state), ...(published?.editors ?? []), ...restored])];
  return keptOf(county, staff, { form: state.id, ...sent, why: 'conflict', editors });
}

/** Who changed it last, and how. */
async function lastWord(
  county: County,
  { id, row, live }: FormState,
): Promise<Pick<DraftConflict['conflict'], 'savedAt' | 'savedBy' | 'how'>> {
  const replaced = (await county.storage.keptForms(id)).find(
    ({ revision, why }) => why !== 'conflict' && revision + 1 === row?.revision,
  );
  if (row?.work) {
    const { savedAt, savedBy } = row.work;
    return { savedAt, savedBy: savedBy.name, how: replaced?.why === 'restored' ? 'restored' : 'saved' };
  }
  if (replaced?.why === 'discarded') return { savedAt: replaced.at, savedBy: replaced.by.name, how: 'discarded' };
  const version = live && (await county.storage.formVersion(id, live.version));
  return { savedAt: version?.publishedAt ?? '', savedBy: version?.publishedBy?.name ?? '', how: 'published' };
}

/** Back to the live version; what is discarded is kept. */
export async function discardForm(county: County, id: string, staff: Designer, revision: number): Promise<void> {
  const state = await formState(county, id);
  if (state.revision !== revision) throw await conflict(county, state, staff);
  if (!state.row?.work || !state.live) throw new FormsError('nothing-to-approve');
  const done = await county.storage.commit([
    ...keepSteps(keptOf(county, staff, { ...standing(state, state.row.work), why: 'discarded' })),
    { step: 'save-form', form: id, revision, base: state.live.version, authors: authorsSince(state) },
    await formAction(county, staff, id, { verb: 'discard-form' }),
  ]);
  if (!done.ok) throw await conflict(county, await formState(county, id), staff);
}

/** What stands there, to be kept. */
const standing = ({ id, revision }: FormState, { document, history, savedBy, editors }: FormWork) => ({
  form: id,
  document,
  history,
  revision,
  of: savedBy,
  editors,
});

/** An old version becomes the draft; work that stood there is kept. */
export async function restoreForm(
  county: County,
  id: string,
  version: number,
  staff: Designer,
  revision: number,
): Promise<DraftOfForm> {
  const state = await formState(county, id);
  if (state.revision !== revision) throw await conflict(county, state, staff);
  const old = await versionOf(county, id, version);
  if (!old) throw new FormsError('version-unknown');
  const before = state.row?.work;
  const base = before ? state.row?.base : state.live?.version;
  const done = await commitNew(county, roomFor(old.document, noHistory), [
    ...(before ? keepSteps(keptOf(county, staff, { ...standing(state, before), why: 'restored' })) : []),
    {
      step: 'save-form',
      form: id,
      revision,
      ...(base !== undefined && { base }),
      work: {
        document: old.document,
        history: noHistory,
        translated: old.translated,
        savedAt: county.clock.now().toISOString(),
        savedBy: byOf(staff),
        editors: [...new Set([...authorsSince(state), ...(await authorsOfVersion(county, id, version)), staff.id])],
        ...(before &&
          decisionsAfter(before, false, {
            what: 'changed',
            revision,
            by: byOf(staff),
            at: county.clock.now().toISOString(),
          })),
      },
    },
    await formAction(county, staff, id, { verb: 'restore-form', of: String(version) }),
  ]);
  if (!done.ok) throw await conflict(county, await formState(county, id), staff);
  return draftView(county, await formState(county, id));
}
