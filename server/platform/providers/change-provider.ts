/**
 * What operators do about the server behind a dataset, with its record. Secrets are never shown again; what is left empty
 * stays as it is, but never for another host: a key goes only where its owner wanted it.
 */
import { recordAction } from '../../accounts/session.ts';
import type { Platform } from '../platform.ts';
import type { Staff } from '../staff/session.ts';
import type { ProviderEntry } from '../storage.ts';
import { openProvider } from './secrets.ts';
import { entryOf } from './set-provider.ts';
import {
  dateForms,
  methods,
  providerProblems,
  tokens,
  type ProviderField,
  type ProviderSecrets,
  type ProviderSetting,
} from './setting.ts';

/** As the form has it: texts. */
export type ProviderForm = Readonly<Record<string, string | undefined>>;

export interface ProviderMistake {
  readonly field: ProviderField | 'reason' | 'main';
  readonly text: string;
}

export type Changed =
  { readonly kind: 'changed' } | { readonly kind: 'mistakes'; readonly mistakes: readonly ProviderMistake[] };

const mistake = (field: ProviderMistake['field'], text: string): Changed => ({
  kind: 'mistakes',
  mistakes: [{ field, text }],
});

const ofFile = (): Changed => mistake('main', '這一筆由設定檔 MYDATA_PROVIDERS 管理，請改檔案後重新啟動平臺。');

/**
 * Checks the form, which needs a reason (cut at 200 characters), and writes setting and record in one plan; secrets
 * are sealed. → mistakes for the form, also where `MYDATA_PROVIDERS` holds the dataset
 */
export async function setProvider(
  platform: Platform,
  staff: Staff,
  resourceId: string,
  form: ProviderForm,
): Promise<Changed> {
  const { storage, config, datasets, keys, clock } = platform;
  const before = await storage.providerEntry(resourceId);
  if (before?.source === 'file') return ofFile();
  const kept = before && sameOrigin(before.url, form['url'] ?? '') ? openProvider(keys, before) : undefined;
  const setting = settingOf(resourceId, form, kept);
  const reason = (form['reason'] ?? '').trim().slice(0, 200);
  const mistakes: readonly ProviderMistake[] = [
    ...(await providerProblems(setting, { environment: config.environment, datasets })).map(({ field, text }) => ({
      field,
      text: text['zh-Hant'],
    })),
    ...(reason ? [] : [{ field: 'reason' as const, text: '請寫下原因，例如機關來函的文號。' }]),
  ];
  if (mistakes.length) return { kind: 'mistakes', mistakes };
  const result = await storage.commit([
    { step: 'set-provider', entry: entryOf(platform, setting, { source: 'console', changedBy: staff.name }) },
    recordAction(staff, { verb: 'set-provider', object: resourceId, reason }, clock.now()),
  ]);
  return result.ok ? { kind: 'changed' } : ofFile();
}

/**
 * Back to the reference provider; needs a reason, which is recorded in the same plan. → a mistake where the entry is
 * the file's, or there is none
 */
export async function removeProvider(
  { storage, clock }: Platform,
  staff: Staff,
  resourceId: string,
  given: string | undefined,
): Promise<Changed> {
  const reason = (given ?? '').trim().slice(0, 200);
  if (!reason) return mistake('main', '移除請寫下原因。');
  const result = await storage.commit([
    { step: 'remove-provider', resourceId, source: 'console' },
    recordAction(staff, { verb: 'remove-provider', object: resourceId, reason }, clock.now()),
  ]);
  if (result.ok) return { kind: 'changed' };
  const entry = await storage.providerEntry(resourceId);
  return entry ? ofFile() : mistake('main', '這個資料集沒有機關自己的伺服器。');
}

/** The form of what is there, without secrets: a header without its value stays as it is. */
export const formOf = (entry: ProviderEntry, { headers }: Pick<ProviderSecrets, 'headers'>): ProviderForm => ({
  url: entry.url,
  method: entry.method,
  token: entry.token,
  dates: entry.dates,
  heartbeatUrl: entry.heartbeatUrl,
  ca: entry.ca,
  crl: entry.crl,
  headers: Object.keys(headers)
    .map((name) => `${name}:`)
    .join('\n'),
  agency: Object.entries(entry.agency ?? {})
    .map(([type, text]) => `${type}=${text}`)
    .join('\n'),
});

function settingOf(resourceId: string, form: ProviderForm, kept: ProviderSecrets | undefined): ProviderSetting {
  const text = (name: string): string | undefined => form[name]?.trim() || undefined;
  const headers = pairs(text('headers'), ':').map(
    ([name, value]) => [name, value || (kept?.headers[name] ?? '')] as const,
  );
  const agency = pairs(text('agency'), '=');
  const [heartbeatUrl, ca, crl] = [text('heartbeatUrl'), text('ca'), text('crl')];
  return {
    resourceId,
    url: text('url') ?? '',
    method: methods.find((one) => one === form['method']) ?? 'GET',
    token: tokens.find((one) => one === form['token']) ?? 'bearer',
    dates: dateForms.find((one) => one === form['dates']) ?? 'yyyy/MM/dd',
    headers: Object.fromEntries(headers),
    secret: text('secret') ?? kept?.secret ?? '',
    ...(heartbeatUrl !== undefined && { heartbeatUrl }),
    ...(ca !== undefined && { ca }),
    ...(crl !== undefined && { crl }),
    ...(agency.length && { agency: Object.fromEntries(agency) }),
  };
}

/** A line each; one without the mark is a name with nothing, which the rules refuse. */
const pairs = (text: string | undefined, mark: ':' | '='): readonly (readonly [name: string, value: string])[] =>
  (text ?? '')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const at = line.indexOf(mark);
      return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    });

function sameOrigin(one: string, other: string): boolean {
  return URL.canParse(other) && new URL(one).origin === new URL(other.trim()).origin;
}
