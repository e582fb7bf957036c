/**
 * Yearly internal audits of service providers and data providers (手冊 附件一 六-(二)): one per organisation and calendar
 * year, due on 31 March of the next, its report kept two years from the day it was handed in.
 */
import { recordAction } from '../../accounts/session.ts';
import { dateInTaiwan } from '#schemas/taiwan/calendar.ts';
import { createHash } from 'node:crypto';
import type { Platform } from '../platform.ts';
import type { Audit, Step } from '../storage.ts';
import type { Staff } from './session.ts';

export interface Audited {
  readonly id: string;
  readonly name: string;
  readonly kind: Audit['kind'];
  /** The first audit is of the year in which it joined. */
  readonly since: Date;
}

/** Midnight after 31 March, Taiwan's time. */
export const auditDue = (year: number): Date => new Date(`${year + 1}-03-31T16:00:00Z`);

const yearIn = (at: Date): number => Number(dateInTaiwan(at).slice(0, 4));

/** The audits that the year before asks for; known ones stay as they are. */
export function expectedAudits(audited: readonly Audited[], now: Date): readonly Step[] {
  const year = yearIn(now) - 1;
  return audited
    .filter(({ since }) => yearIn(since) <= year)
    .map(({ id, name, kind }) => expectAudit({ id, name, kind }, year));
}

/** An audit of that year; known already, it stays as it is. */
export const expectAudit = ({ id, name, kind }: Omit<Audited, 'since'>, year: number): ExpectAudit => ({
  step: 'expect-audit',
  audit: {
    id: createHash('sha256').update(`${kind}\n${id}\n${year}`).digest('base64url').slice(0, 22),
    organisationId: id,
    organisationName: name,
    kind,
    year,
    dueAt: auditDue(year),
  },
});

type ExpectAudit = Extract<Step, { readonly step: 'expect-audit' }>;

/** This year's and the year before's: what may be asked for before its time. */
export const auditYears = (now: Date): readonly number[] => [yearIn(now), yearIn(now) - 1];

/** The operator asks one organisation for its report before the calendar does. → false for an unknown one */
export async function askForAudit(
  platform: Pick<Platform, 'datasets' | 'storage' | 'clock'>,
  staff: Staff,
  { who, year }: { readonly who: string; readonly year: number },
): Promise<boolean> {
  const now = platform.clock.now();
  const one = (await audited(platform)).find(({ kind, id }) => `${kind} ${id}` === who);
  if (!one || !auditYears(now).includes(year)) return false;
  await platform.storage.commit([
    expectAudit(one, year),
    recordAction(staff, { verb: 'ask-for-audit', object: `${who} ${year}` }, now),
  ]);
  return true;
}

/** All who are audited: the agencies behind the datasets in use, since this platform has people, and who joined. */
export async function audited(platform: Pick<Platform, 'datasets' | 'storage'>): Promise<readonly Audited[]> {
  const began = (await platform.storage.staffAccounts())[0]?.createdAt;
  return [...(began ? dataProviders(platform, began) : []), ...(await serviceProviders(platform))];
}

function dataProviders({ datasets }: Pick<Platform, 'datasets'>, since: Date): readonly Audited[] {
  const names = new Set([...datasets.values()].map(({ agency }) => agency['zh-Hant']));
  return [...names].map((name) => ({ id: `DP.${name}`, name, kind: 'dp', since }));
}

async function serviceProviders({ storage }: Pick<Platform, 'storage'>): Promise<readonly Audited[]> {
  const joined = (await storage.organisations()).filter(({ state }) => state === 'joined');
  return joined.map(({ id, name, appliedAt }) => ({ id, name, kind: 'sp', since: appliedAt }));
}

export type AuditState = 'handed-in' | 'due' | 'overdue';

/**
 * `due` until midnight after 31 March, Taiwan's time, `overdue` from then on; what was handed in late is `handed-in`
 * too.
 */
export const auditState = ({ submittedAt, dueAt }: Audit, now: Date): AuditState =>
  submittedAt ? 'handed-in' : now >= dueAt ? 'overdue' : 'due';

/** A service provider sees and hands in its own; the platform's people see all, and the operator hands in what came by post. */
export const isAuditOf = (staff: Staff, audit: Audit): boolean =>
  staff.roles.some((role) => role !== 'service-provider') ||
  (audit.kind === 'sp' && staff.organisationId === audit.organisationId);

export const maxReportBytes = 5 * 1024 * 1024;

export interface AuditReport {
  readonly summary: string;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

export type HandedIn =
  | { readonly kind: 'handed-in' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly { field: string; text: string }[] };

/** By content, not by name: a PDF begins with `%PDF-` (ISO 32000-2, 7.5.2). */
export async function handInAudit(
  { storage, clock }: Pick<Platform, 'storage' | 'clock'>,
  staff: Staff,
  audit: Audit,
  { summary, file }: AuditReport,
): Promise<HandedIn> {
  const mistakes: { field: string; text: string }[] = [];
  if (summary.trim().length < 10)
    mistakes.push({ field: 'summary', text: '請寫下稽核結果的摘要，至少 10 個字：查了什麼、發現什麼、怎麼改善。' });
  if (file && file.bytes.length > maxReportBytes) mistakes.push({ field: 'file', text: '檔案最大 5 MB。' });
  else if (file && Buffer.from(file.bytes.subarray(0, 5)).toString('latin1') !== '%PDF-')
    mistakes.push({ field: 'file', text: '請附 PDF 檔；這個檔案的內容不是 PDF。' });
  if (mistakes.length) return { kind: 'mistakes', mistakes };
  const at = clock.now();
  const result = await storage.commit([
    {
      step: 'submit-audit',
      id: audit.id,
      at,
      summary: summary.trim(),
      file: file && {
        name: safeName(file.name),
        digest: createHash('sha256').update(file.bytes).digest('hex'),
        bytes: file.bytes,
      },
    },
    recordAction(staff, { verb: 'hand-in-audit', object: `${audit.kind} ${audit.organisationId} ${audit.year}` }, at),
  ]);
  return { kind: result.ok ? 'handed-in' : 'gone' };
}

const safeName = (name: string): string =>
  `${
    name
      .replace(/\.pdf$/i, '')
      .replaceAll(/[^\p{L}\p{N}._ -]/gu, '')
      .slice(0, 80)
      .trim() || 'report'
  }.pdf`;
