/**
 * What is kept of a form's drafts beside the draft itself: what lost a conflict, was discarded or replaced. Bounded for each
 * person and form, so that a window which loses again and again fills no disk; a person's own oldest go first.
 */
import { randomUUID } from 'node:crypto';
import type { KeptContent, KeptDocument, KeptList } from '#schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { HttpError } from '../../http/errors.ts';
import { TooMany, waitWords } from '../../limits/too-many.ts';
import { commitNew } from '../space.ts';
import { stableJson } from '../stable-json.ts';
import { FormsError } from './errors.ts';
import { byOf, type Designer } from './staff.ts';
import type { BuilderStep, By, KeptEntry, KeptForm } from './storage.ts';

/** Two drafts of the largest size that is taken (`routes.ts`), or ten of the usual. */
const mostKept = { count: 10, bytes: 32 * 1024 * 1024 } as const;

export type Keeping = Pick<KeptForm, 'form' | 'document' | 'history' | 'revision' | 'why' | 'editors'> & {
  readonly of?: By;
};

/** `of`: whose work it is; that of the person who does it needs no name. */
export function keptOf(county: Pick<County, 'clock'>, staff: Designer, { of, ...what }: Keeping): KeptForm {
  return {
    id: randomUUID(),
    ...what,
    at: county.clock.now().toISOString(),
    by: byOf(staff),
    ...(of && of.id !== staff.id && { of }),
  };
}

/**
 * For the plan of what replaces or discards a work: keeps it, then lets the person's oldest of this form go, beyond 10
 * of them or 32 MiB.
 */
export const keepSteps = (kept: KeptForm): readonly BuilderStep[] => [
  { step: 'keep-form', kept },
  { step: 'trim-kept', form: kept.form, by: kept.by.id, ...mostKept },
];

/** The same sent again is kept once. @returns its id */
export async function keepOnce(county: Pick<County, 'storage' | 'space' | 'limiter'>, kept: KeptForm): Promise<string> {
  const twin = await twinOf(county.storage, kept);
  if (twin !== undefined) {
    await county.storage.commit(keepSteps({ ...kept, id: twin }));
    return twin;
  }
  const bytes = Buffer.byteLength(JSON.stringify(kept));
  const taking = await county.limiter
    .take([{ budget: 'kept-works', who: kept.by.id, amount: bytes }])
    .catch((error: unknown) => {
      throw error instanceof TooMany ? keptEnough(error.waitSeconds) : error;
    });
  await commitNew(county, [{ kind: 'forms', bytes }], keepSteps(kept)).catch(async (error: unknown) => {
    await taking.back();
    throw error;
  });
  return kept.id;
}

/** Nothing of it is kept, and nobody is told that it was: it is still in the window that sent it. */
function keptEnough(waitSeconds: number): HttpError {
  const wait = waitWords(waitSeconds);
  return new HttpError(
    429,
    'too-much-kept',
    {
      'zh-Hant': `別人已經修改過這份表單，而您今天因此保留的內容已達上限，這一份沒有保留。內容還在這個視窗：請先匯出成檔案，重新載入後再匯入；或 ${wait['zh-Hant']}後再試。`,
      en: `Somebody else has changed this form, and too much of what you sent was kept today: this was not. It is still in this window: export it to a file, reload, and import it; or try again in ${wait.en}.`,
    },
    { 'retry-after': String(waitSeconds) },
  );
}

async function twinOf(storage: County['storage'], kept: KeptForm): Promise<string | undefined> {
  const content = stableJson(kept.document);
  for (const { id, by, revision, why } of await storage.keptForms(kept.form)) {
    if (by.id !== kept.by.id || revision !== kept.revision || why !== kept.why) continue;
    const other = await storage.keptForm(id);
    if (other && stableJson(other.document) === content) return id;
  }
  return undefined;
}

const keptView = ({ id, at, by, of, why, revision }: KeptEntry): KeptDocument => ({
  id,
  at,
  by: by.name,
  ...(of && { of: of.name }),
  why,
  revision,
});

/** Newest first, without the documents, and how much of one person is kept at most. */
export async function keptList({ storage }: Pick<County, 'storage'>, form: string): Promise<KeptList> {
  return { kept: (await storage.keptForms(form)).map(keptView), most: mostKept };
}

/** @throws 404 `kept-unknown` */
export async function keptContent(
  { storage }: Pick<County, 'storage'>,
  form: string,
  id: string,
): Promise<KeptContent> {
  const kept = await storage.keptForm(id);
  if (kept?.form !== form) throw new FormsError('kept-unknown');
  return { document: kept.document, history: kept.history };
}
