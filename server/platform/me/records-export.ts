/** Usage records to take along: JSON with everything, CSV with one line per record for a spreadsheet. */
import { harmlessCell } from '#schemas/normalise/harmless-cell.ts';
import { writeCsv } from '#schemas/normalise/write-csv.ts';
import { taipeiTime } from '../messages/texts/letter.ts';
import type { FullRecord } from './records.ts';

/**
 * Times in UTC (ISO 8601); the words that were agreed to with their SHA-256. What the data said is not in it: nobody
 * keeps it.
 */
export const recordsJson = (records: readonly FullRecord[], at: Date): object => ({
  exportedAt: at.toISOString(),
  records: records.map((record) => ({
    transaction: record.txId,
    startedAt: record.startedAt.toISOString(),
    endedAt: record.endedAt?.toISOString(),
    service: { id: record.clientId, name: record.service, organisation: record.organisation },
    purpose: record.purpose,
    datasets: record.datasets.map(({ id, name, agency }) => ({
      id,
      name: name['zh-Hant'],
      agency: agency['zh-Hant'],
    })),
    identityMethod: record.method,
    outcome: { kind: record.outcome.kind, text: record.outcome.words },
    consent: record.consent && {
      given: record.consent.given,
      at: record.consent.at.toISOString(),
      words: record.consent.words,
      wordsSha256: record.consent.wordsHash,
      withdrawnAt: record.consent.withdrawnAt?.toISOString(),
    },
    events: record.events.map(({ at: happened, number, words, by, ok, dataset }) => ({
      at: happened.toISOString(),
      number,
      text: words,
      by,
      ok,
      dataset,
    })),
  })),
});

const head = ['時間', '誰使用', '機關', '用途', '資料', '結果', '身分驗證', '是否同意', '交易編號'];

/**
 * Times of Taipei; cells that a spreadsheet would run as formulas are made harmless. Without events and the words of
 * consents.
 */
export function recordsCsv(records: readonly FullRecord[]): string {
  const lines = records.map((record) => [
    taipeiTime(record.startedAt),
    record.service,
    record.organisation ?? '',
    record.purpose,
    record.datasets.map(({ name }) => name['zh-Hant']).join('、'),
    record.outcome.words,
    record.method ?? '',
    record.consent ? (record.consent.given ? '同意' : '不同意') : '',
    record.txId,
  ]);
  return writeCsv([head, ...lines].map((line) => line.map(harmlessCell)));
}
