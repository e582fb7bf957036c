/**
 * The way of a published version to the register: an outbox row in the plan that publishes it, sent at once and again until
 * it arrived, also after a restart. Sending the same twice is the same as once.
 */
import { type Asked } from '#schemas/services/asked.ts';
import { askedDifferences } from '#schemas/services/asked-differences.ts';
import { returnUrlOf, spApiUrlOf } from '../client-registration.ts';
import type { County } from '../county.ts';
import { refreshService } from '../services/catalogue.ts';
import type { CountyStep } from '../storage.ts';
import { asksNothing, isCovered, type Known } from './cover.ts';
import { postedRow, refusedRow, rowOf } from './record.ts';
import { knownOf } from './standing.ts';
import type { RegistrationRow, SubmissionRow } from './storage.ts';

const firstWait = 2_000;
/** A register that is back is told within a minute. */
const longestWait = 60_000;

/** For the plan that publishes: nothing where there is nothing to say. */
export function submissionSteps(
  { registrar, clock }: Pick<County, 'registrar' | 'clock'>,
  known: Known,
  { service, version, asked }: Pick<SubmissionRow, 'service' | 'version' | 'asked'>,
): readonly CountyStep[] {
  if (!registrar || asksNothing(asked)) return [];
  if (registrar.by === 'letter' ? isPostedAlready(known, asked) : isToldAlready(known, asked)) return [];
  return [
    { step: 'submit-registration', submission: { service, version, asked, submittedAt: clock.now().toISOString() } },
  ];
}

const same = (a: Asked, b: Asked): boolean => !askedDifferences(a, b).length;

/** Exactly this is registered, and nothing else waits there or here. */
const isToldAlready = ({ row, submission }: Known, asked: Asked): boolean =>
  row?.covers !== undefined && !row.pending && !submission && same(row.covers, asked);

/** It needs no letter, or is in the one that was sent. */
const isPostedAlready = (known: Known, asked: Asked): boolean => {
  const pending = known.row?.pending;
  return pending ? same(pending, asked) : isCovered(known, asked);
};

/** Sends what is due, each in a turn of its own: whoever sets out meanwhile waits for one at most, not for all. */
export async function sendSubmissions(county: County): Promise<void> {
  for (const { service } of await county.storage.submissions())
    await county.registering
      .take(async () => {
        if (county.closing.aborted) return;
        // As it is now: it may have been sent, or a later version have taken its place.
        const row = (await county.storage.submissions()).find((one) => one.service === service);
        if (row && row.nextAt <= county.clock.now().toISOString()) await send(county, row);
      })
      // It keeps neither another service's waiting, nor the look at what was suspended.
      .catch((error: unknown) =>
        county.log.error({ service, kind: error instanceof Error ? error.name : 'unknown' }, 'not submitted'),
      );
}

async function send(county: County, row: SubmissionRow): Promise<void> {
  const { registrar, storage, log, config, clock } = county;
  if (!registrar) return;
  const { service, version, asked, attempts } = row;
  const sent = await registrar.submit(service, {
    asked,
    returnUrl: returnUrlOf(config.publicUrl, service),
    spApiUrl: spApiUrlOf(config.publicUrl, service),
    addresses: [],
  });
  if (sent.kind === 'away') {
    const wait = Math.min(firstWait * 2 ** attempts, longestWait);
    const nextAt = new Date(clock.now().getTime() + wait).toISOString();
    log.warn({ service, version, problem: sent.problem }, 'registration not submitted yet');
    // Where a later version took its place, that one is due already.
    await storage.commit([{ step: 'put-off-submission', service, version, nextAt, problem: sent.problem }]);
    await refreshService(county, service);
    return;
  }
  const before = await storage.registration(service);
  const known: RegistrationRow =
    sent.kind === 'told'
      ? rowOf(county, sent.registration, before)
      : sent.kind === 'posted'
        ? postedRow(county, { service, asked, covered: isCovered(await knownOf(county, service), asked) }, before)
        : refusedRow(
            county,
            { service, pending: asked, words: sent.words, state: sent.for === 'good' ? 'refused' : 'returned' },
            before,
          );
  await storage.commit([
    { step: 'record-registration', row: known },
    { step: 'settle-submission', service, version },
  ]);
  log.info({ service, version, state: known.state }, 'registration submitted');
  await refreshService(county, service);
  // After they are stored: until then the register tells them again.
  if (known.keys && !(await registrar.received(service)))
    log.warn({ service }, 'the register was not told that the keys arrived');
}
