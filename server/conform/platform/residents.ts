/** Invented people of a platform's test environment, with what a citizen certificate needs. */
import { tryAsking } from '../ask.ts';
import { CannotRun, type Tools, type Values } from '../check.ts';
import { readNamedJson } from '../read-options.ts';

export interface Resident {
  readonly nationalId: string;
  /** Seven digits. */
  readonly rocBirthday: string;
  /** `yyyy/MM/dd` */
  readonly birthday: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

/** From `--residents`, else where our own platform tells them. Empty: none is known. @throws CannotRun */
export async function readResidents(values: Values, tools: Tools, url: string): Promise<readonly Resident[]> {
  if (values['residents'] !== undefined) {
    const found = residentsIn(await readNamedJson(values, 'residents'));
    if (found.length) return found;
    throw new CannotRun(
      {
        'zh-Hant': '必須是 [{"nationalId","rocBirthday","card":{"certificatePem","privateKeyPem"}}]',
        en: 'must be [{"nationalId","rocBirthday","card":{"certificatePem","privateKeyPem"}}]',
      },
      'residents',
    );
  }
  const outcome = await tryAsking(tools, `${url}/sandbox/residents`, { headers: { accept: 'application/json' } });
  if (outcome.kind !== 'answer' || outcome.status !== 200) return [];
  try {
    return residentsIn(JSON.parse(outcome.bytes.toString('utf8')));
  } catch {
    return [];
  }
}

function residentsIn(value: unknown): readonly Resident[] {
  const entries = Array.isArray(value) ? (value as readonly unknown[]) : [];
  return entries.flatMap((entry) => {
    const { nationalId, rocBirthday, card } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    const { certificatePem, privateKeyPem, expired, revoked } = (card ?? {}) as Readonly<Record<string, unknown>>;
    if (expired === true || revoked === true) return [];
    if (![nationalId, rocBirthday, certificatePem, privateKeyPem].every((text) => typeof text === 'string' && text))
      return [];
    const [, year, month, day] = /^(\d{3})(\d{2})(\d{2})$/.exec(String(rocBirthday)) ?? [];
    if (year === undefined) return [];
    return {
      nationalId: String(nationalId),
      rocBirthday: String(rocBirthday),
      birthday: `${Number(year) + 1911}/${month}/${day}`,
      certificatePem: String(certificatePem),
      privateKeyPem: String(privateKeyPem),
    };
  });
}
