/**
 * The storage as the platform's services see it: every plan that records events also signs the log as it then stands,
 * in the same transaction, and a consent leaves its record there. When the log cannot be written or signed the plan is
 * rolled back whole: no consent, no ticket, nothing issued while the log cannot be written.
 */
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { Clock, Log } from '../../context.ts';
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { checkpointText, signNote } from '../../crypto/signed-note.ts';
import { HttpError } from '../../http/errors.ts';
import { eventNumbers } from './events.ts';
import type { ServiceRegister } from '../registry/read-register.ts';
import { asBegun } from '../journey/as-begun.ts';
import type { LogHead, PlatformStorage, Reason, Step } from '../storage.ts';
import { consentRecord } from './consent-record.ts';
import type { LogKeys } from './keys.ts';
import { logOrigin, treeOrigin } from './names.ts';

export interface LedgerOptions {
  readonly storage: PlatformStorage;
  readonly clock: Clock;
  readonly keys: LogKeys;
  readonly log: Log;
  readonly clients: ServiceRegister;
  readonly datasets: ReadonlyMap<string, CatalogueEntry>;
  readonly publicUrl: string;
  /** Absent: 1, no backup was ever taken up. */
  readonly generation?: number;
}

type Consent = Extract<Step, { step: 'give-consent' | 'refuse-consent' }>;

const logReasons: ReadonlySet<Reason> = new Set<Reason>(['log-broken', 'log-unsigned']);

const logUnavailable = (): HttpError =>
  new HttpError(
    503,
    'log-unavailable',
    {
      'zh-Hant':
        '平臺現在無法留下可供查證的紀錄，所以這一步沒有進行，也沒有傳送您的任何資料。請過幾分鐘再試一次；若一直如此，請與平臺客服聯絡。',
      en: 'The platform cannot keep a verifiable record right now, so this step was not taken and nothing was sent. Please try again in a few minutes.',
    },
    { 'retry-after': '120' },
  );

/**
 * → the storage with another `commit`: it throws 503 `log-unavailable` where the log can't be written or signed, and
 * for a consent where the storage itself fails. Plans without events go through as they are.
 */
export function ledger(options: LedgerOptions): PlatformStorage {
  const { storage, clock, keys, log, publicUrl } = options;
  const origin = treeOrigin(publicUrl, options.generation);

  const sign = ({ size, root }: LogHead): string =>
    signNote(checkpointText(origin, size, root), logOrigin(publicUrl), keys.signing('checkpoint'));

  const withRecords = async (plan: readonly Step[]): Promise<readonly Step[]> => {
    const consent = plan.find((step): step is Consent => step.step === 'give-consent');
    const record = consent && (await recordOf(options, consent));
    if (!record) return plan;
    return plan.map((step) =>
      step.step === 'record-event' &&
      step.event.txId === consent.txId &&
      step.event.number === eventNumbers['consent given']
        ? { ...step, record }
        : step,
    );
  };

  const commit: PlatformStorage['commit'] = async (plan) => {
    const entries = plan.filter(({ step }) => step === 'record-event').length;
    if (!entries) return storage.commit(plan);
    const result = await storage.commit([
      ...(await withRecords(plan)),
      { step: 'sign-head', entries, at: clock.now(), sign },
    ]);
    if (result.ok || !logReasons.has(result.reason)) return result;
    log.error({ reason: result.reason }, 'the log cannot be written');
    throw logUnavailable();
  };

  const safely: PlatformStorage['commit'] = async (plan) => {
    try {
      return await commit(plan);
    } catch (error) {
      // Where a consent is at stake, a storage that fails says so kindly too.
      if (error instanceof HttpError || !plan.some(({ step }) => step === 'give-consent')) throw error;
      log.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'a consent cannot be recorded');
      throw logUnavailable();
    }
  };

  // Reads go to the storage itself, and so does whatever it learns to do later.
  return Object.assign(Object.create(storage) as PlatformStorage, { commit: safely });
}

async function recordOf(
  { storage, clients, datasets, publicUrl }: LedgerOptions,
  { txId, wordsHash, at }: Consent,
): Promise<string | undefined> {
  const transaction = await storage.transaction(txId);
  if (!transaction) return undefined;
  const service = await storage.serviceOfClient(transaction.clientId);
  const [client, journey] = [await clients.find(transaction.clientId), await storage.journeyOf(txId)];
  const version = service && (await storage.serviceVersion(service.id, service.state.version));
  return canonicalJson(
    consentRecord({
      transaction,
      principal: (await storage.logSubject(txId))?.principal,
      client: client && journey ? asBegun(client, journey) : client,
      organisation: service && (await storage.organisation(service.organisationId)),
      definition: version?.definition,
      datasets: transaction.resources.flatMap((id) => datasets.get(id) ?? []),
      platformUrl: publicUrl,
      wordsHash,
      at,
    }),
  );
}
