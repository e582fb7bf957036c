/** One DP call: check the token, find the record, sign it. Every outcome is recorded, without the person's name or id. */
import { setTimeout } from 'node:timers/promises';
import type { CatalogueEntry, JsonValue } from '#schemas/datasets/types.ts';
import { certificatePdf, lockedPdf } from '../pdf/render.ts';
import type { CertifiedPerson } from '../pdf/certificate-of.ts';
import { packInner } from '../../protocol/mydata-1/inner-zip.ts';
import type { ProviderContext } from '../context.ts';
import { byParameters, type Chosen } from './by-parameters.ts';
import { PlatformUnreachable, checkToken } from './check-token.ts';
import { faultyBytes, faultyFiles, faultyRecord, faultySigner, hang, slowSeconds, type Fault } from './faults.ts';
import { packageFiles, type RenderPdf } from './package-files.ts';

export interface DatasetCall {
  readonly dataset: CatalogueEntry;
  readonly transactionUid: string;
  /** undefined: none was sent. */
  readonly token: string | undefined;
  /** undefined: the whole dataset. */
  readonly fields: readonly string[] | undefined;
  /** The dataset's parameters as the resident chose them. */
  readonly chosen?: Chosen;
  /** Aborted when who asked does not wait any more. */
  readonly gone?: AbortSignal;
  /** The person takes it home: documents then open with their own id number only (interface, section 3). */
  readonly selfDownload?: boolean;
}

export type DatasetAnswer =
  | { readonly code: 200; readonly zip: Uint8Array }
  | { readonly code: 204 }
  | { readonly code: 401 }
  | { readonly code: 429; readonly retryAfter: number }
  /** `error`: unexpected, for the app's error handler. */
  | { readonly code: 500; readonly error?: unknown }
  /** On request only (`faults.ts`). */
  | { readonly code: 503 };

/**
 * Never throws for what happens in the call: that is a 500 with its `error`. Throws when the call cannot be recorded;
 * then nothing is handed out. Of the person the record has only a keyed hash.
 */
export async function answerDataset(ctx: ProviderContext, call: DatasetCall): Promise<DatasetAnswer> {
  const { answer, uid, reason } = await decide(ctx, call);
  const { transactionUid, dataset } = call;
  await ctx.storage.commit([
    {
      step: 'record-call',
      call: {
        transactionUid,
        resourceId: dataset.id,
        code: answer.code,
        at: ctx.clock.now(),
        personHash: uid === undefined ? undefined : ctx.keys.personHash(uid),
      },
    },
  ]);
  ctx.log[answer.code === 500 ? 'error' : 'info'](
    { transactionUid, resourceId: dataset.id, code: answer.code, reason },
    'dataset call',
  );
  return answer;
}

interface Decision {
  readonly answer: DatasetAnswer;
  readonly uid?: string;
  /** For the log. */
  readonly reason?: string;
}

async function decide(ctx: ProviderContext, call: DatasetCall): Promise<Decision> {
  if (call.token === undefined) return { answer: { code: 401 }, reason: 'no-token' };
  try {
    const verdict = await checkToken(ctx, call.dataset, call.token);
    if (!verdict.ok) return { answer: { code: 401 }, reason: verdict.reason };
    const { uid } = verdict.person;
    const fault = ctx.faults?.of(call.dataset.id, uid);
    if (fault === 'slow') await (ctx.wait ?? setTimeout)(slowSeconds * 1000);
    if (fault === 'hangs') await hang([call.gone, ctx.closing]);
    if (fault === 'hangs' || fault === 'dead') return { answer: { code: 503 }, uid, reason: fault };
    const retryAfter = await waitFor(ctx, call);
    if (retryAfter > 0) return { answer: { code: 429, retryAfter }, uid };
    if (fault === 'no-record') return { answer: { code: 204 }, uid, reason: fault };
    const record = await ctx.storage.findRecord(call.dataset.id, uid);
    const payload = record === undefined ? undefined : byParameters(record, call.chosen ?? new Map());
    if (payload === undefined) return { answer: { code: 204 }, uid };
    return { answer: { code: 200, zip: await signed(ctx, call, payload, verdict.person, fault) }, uid };
  } catch (error) {
    if (error instanceof PlatformUnreachable) return { answer: { code: 500 }, reason: error.reason };
    return { answer: { code: 500, error }, reason: 'unexpected' };
  }
}

/** → seconds until the dataset is ready for this transaction; 0: now */
async function waitFor(ctx: ProviderContext, { dataset, transactionUid }: DatasetCall): Promise<number> {
  const seconds = ctx.config.preparationSeconds?.[dataset.id] ?? 0;
  if (seconds <= 0) return 0;
  const now = ctx.clock.now().getTime();
  const begun = { transactionUid, resourceId: dataset.id, readyAt: new Date(now + seconds * 1000) };
  const known = await ctx.storage.preparation(transactionUid, dataset.id);
  // A second caller who comes in between finds it begun; the first one's time counts.
  if (!known && (await ctx.storage.commit([{ step: 'begin-preparation', preparation: begun }])).ok)
    return Math.ceil(seconds);
  const { readyAt } = known ?? (await ctx.storage.preparation(transactionUid, dataset.id)) ?? begun;
  return Math.max(0, Math.ceil((readyAt.getTime() - now) / 1000));
}

async function signed(
  ctx: ProviderContext,
  { dataset, fields, transactionUid, selfDownload }: DatasetCall,
  payload: JsonValue,
  person: CertifiedPerson,
  fault: Fault | undefined,
): Promise<Uint8Array> {
  const signer = ctx.keys.signerOf(dataset.id);
  if (!signer) throw new Error('no certificate for this dataset');
  const record = faultyRecord(fault, person.uid, payload);
  const input = {
    dataset,
    payload: record.payload,
    person: { ...person, uid: record.uid },
    transactionUid,
    now: ctx.clock.now(),
  };
  // Locked before it is signed: the signature is over what the person gets.
  const render: RenderPdf = selfDownload ? (certificate) => lockedPdf(certificate, person.uid) : certificatePdf;
  const files = await packageFiles(input, fields, render);
  return faultyBytes(fault, packInner(faultyFiles(fault, files), faultySigner(fault, signer, ctx.keys)));
}
