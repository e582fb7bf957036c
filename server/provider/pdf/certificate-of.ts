/**
 * A record → its certificate. A dataset with a shape prints the shape's own labels and the normalised values; one that
 * comes as documents only prints the person, and what the certificate states.
 */
import { dateInTaiwan, localInTaiwan } from '#schemas/taiwan/calendar.ts';
import { createHash } from 'node:crypto';
import { datasets } from '#schemas/datasets/catalogue.ts';
import type { CatalogueEntry, JsonValue } from '#schemas/datasets/types.ts';
import { NormaliseError } from '#schemas/normalise/normalise-error.ts';
import { formatRocDate } from '#schemas/taiwan/roc-date.ts';
import type { Certificate, CertificateRow, CertificateSection } from './certificate.ts';
import { sectionsOf } from './sections-of.ts';
import { statedSections } from './stated-sections.ts';

/** The person that the token stands for. */
export interface CertifiedPerson {
  readonly uid: string;
  readonly name?: string;
  /** ISO date. */
  readonly birthDate?: string;
}

export interface CertificateInput {
  readonly dataset: CatalogueEntry;
  readonly payload: JsonValue;
  readonly person: CertifiedPerson;
  readonly transactionUid: string;
  readonly now: Date;
}

/**
 * → what the document says, in words as printed; sections without rows are left out. A payload that its shape cannot
 * read gives the person and one statement, no error.
 */
export function certificateOf(input: CertificateInput): Certificate {
  const { dataset, now } = input;
  const known = fromShape(input);
  const sections = known.length
    ? known
    : [
        { rows: personRows(input.person) },
        { rows: [{ label: '證明事項', value: `依本機關資料，查有「${dataset.name['zh-Hant']}」之紀錄。` }] },
        ...(dataset.offers === 'evidence-only' ? statedSections(input.payload) : []),
      ];
  return {
    agency: dataset.agency['zh-Hant'],
    title: dataset.name['zh-Hant'],
    number: numberOf(input),
    issuedAt: printedTime(now),
    sections: sections.filter(({ rows }) => rows.length > 0),
  };
}

/** A payload that its own shape cannot read is served as it is; its document then states the record alone. */
function fromShape({ dataset, payload }: CertificateInput): readonly CertificateSection[] {
  const readable = datasets.get(dataset.id);
  if (!readable) return [];
  try {
    return sectionsOf(readable.shape, readable.normalise(payload).data);
  } catch (error) {
    if (error instanceof NormaliseError) return [];
    throw error;
  }
}

const personRows = ({ uid, name, birthDate }: CertifiedPerson): readonly CertificateRow[] => [
  ...(name ? [{ label: '姓名', value: name }] : []),
  { label: '身分證統一編號', value: uid },
  ...(birthDate ? [{ label: '出生日期', value: formatRocDate(birthDate) ?? birthDate }] : []),
];

/** The same for one transaction, so that a second call gives the same document. */
function numberOf({ dataset, transactionUid, now }: CertificateInput): string {
  const digest = createHash('sha256').update(`${transactionUid} ${dataset.id}`, 'utf8').digest();
  const serial = String(digest.readUInt32BE(0) % 100_000_000).padStart(8, '0');
  return `測試字第${Number(dateInTaiwan(now).slice(0, 4)) - 1911}${serial}號`;
}

function printedTime(now: Date): string {
  const local = localInTaiwan(now);
  return `中華${formatRocDate(local.slice(0, 10))} ${local.slice(11, 13)}時${local.slice(14, 16)}分`;
}
