/**
 * Yearly internal audits of service providers and data providers (手冊 附件一 六-(二)): one per organisation and calendar
 * year, due on 31 March of the next, its report kept two years from the day it was handed in.
 */
import { createHash } from 'node:crypto';
import type { Platform } from '../platform.ts';
import type { Audit, Step } from '../storage.ts';
import { recordAction, type Staff } from './session.ts';

export interface Audited {
  readonly id: string;
  readonly name: string;
  readonly kind: Audit['kind'];
  /** No audit is due for a year in which it was not there yet. */
  readonly since?: Date;
}

/** Midnight after 31 March, Taiwan's time. */
export const auditDue = (year: number): Date => new Date(`${year + 1}-03-31T16:00:00Z`);

const yearIn = (at: Date): number => new Date(at.getTime() + 8 * 60 * 60 * 1000).getUTCFullYear();

/** The audits that the year before asks for; known ones stay as they are. */
export function expectedAudits(audited: readonly Audited[], now: Date): readonly Step[] {
  const year = yearIn(now) - 1;
  return audited
    .filter(({ since }) => !since || yearIn(since) <= year)
    .map(({ id, name, kind }) => ({
      step: 'expect-audit',
      audit: {
        id: createHash('sha256').update(`${kind}\n${id}\n${year}`).digest('base64url').slice(0, 22),
        organisationId: id,
        organisationName: name,
        kind,
        year,
        dueAt: auditDue(year),
      },
    }));
}

/** The agencies behind the datasets in use. */
export function dataProviders({ datasets }: Pick<Platform, 'datasets'>): readonly Audited[] {
  const names = new Set([...datasets.values()].map(({ agency }) => agency['zh-Hant']));
  return [...names].map((name) => ({ id: `DP.${name}`, name, kind: 'dp' }));
}

/** Those who joined. */
export async function serviceProviders({ storage }: Pick<Platform, 'storage'>): Promise<readonly Audited[]> {
  const joined = (await storage.organisations()).filter(({ state }) => state === 'joined');
  return joined.map(({ id, name, appliedAt }) => ({ id, name, kind: 'sp', since: appliedAt }));
}

export type AuditState = 'handed-in' | 'due' | 'overdue';

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
