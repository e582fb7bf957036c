/**
 * Invented staff of the test environment, one per role. Everything about them is public (`GET /sandbox/staff`), so a live
 * county refuses to start while one of them has an account.
 */
import { hashPassword } from '../../accounts/password.ts';
import { bytesOfBase32, codesAround, otpauthUri, sealTotp } from '../../accounts/second-factor.ts';
import type { County } from '../county.ts';
import type { StaffAccount, StaffRole } from './storage.ts';

export interface SandboxStaff {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly password: string;
  /** Base32, for any authenticator. */
  readonly totpSecret: string;
}

export const issuer = '縣府人員專區';

export const sandboxStaff: readonly SandboxStaff[] = [
  one('clerk', '櫃檯人員 林小萍', ['clerk'], 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXG'),
  one('clerk2', '櫃檯人員 許志豪', ['clerk'], 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXH'),
  one('designer', '表單設計 王怡君', ['designer'], 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXI'),
  one('designer2', '表單設計 蔡宗翰', ['designer'], 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXJ'),
  one('approver', '核定人員 黃國棟', ['approver'], 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXK'),
  one('publisher', '發布人員 吳佩珊', ['publisher'], 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXL'),
  one('administrator', '管理人員 陳文雄', ['administrator'], 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXM'),
];

function one(login: string, name: string, roles: readonly StaffRole[], totpSecret: string): SandboxStaff {
  return { login, name, roles, password: `invented-${login}-2026`, totpSecret };
}

/** Hashing takes long on purpose, and tests make many counties. */
const hashes = new Map<string, Promise<string>>();

/** May run at every start: who is known stays as they are. */
export async function seedStaff({
  storage,
  seals,
  clock,
  services,
}: Pick<County, 'storage' | 'seals' | 'clock' | 'services'>): Promise<void> {
  const agencies = [...new Set([...services.values()].map(({ service }) => service.agency['zh-Hant']))];
  for (const { login, name, roles, password, totpSecret } of sandboxStaff) {
    if (await storage.staffByLogin(login)) continue;
    const id = `sandbox-${login}`;
    const hash = hashes.get(password) ?? hashPassword(password);
    hashes.set(password, hash);
    const account: StaffAccount = {
      id,
      login,
      name,
      roles,
      agencies,
      password: await hash,
      totp: sealTotp(seals, bytesOfBase32(totpSecret), id),
      totpStep: 0,
      createdAt: clock.now().toISOString(),
    };
    await storage.commit([{ step: 'add-account', account }]);
  }
}

/** With the code that would be taken now; after a use that is the next one, as an authenticator shows it half a minute later. */
export async function sandboxStaffNow({
  storage,
  clock,
}: Pick<County, 'storage' | 'clock'>): Promise<readonly object[]> {
  return Promise.all(
    sandboxStaff.map(async (person) => {
      const secret = bytesOfBase32(person.totpSecret);
      const account = await storage.staffByLogin(person.login);
      const used = account?.totpStep ?? 0;
      const next = codesAround(secret, clock.now()).find(({ step }) => step > used);
      const { agencies } = account ?? {};
      return { ...person, agencies, otpauth: otpauthUri(secret, person.login, issuer), code: next?.code };
    }),
  );
}

/** → reasons not to start live; every account has a second factor, so an open administrator is enough */
export async function staffProblems({ storage }: Pick<County, 'storage'>): Promise<readonly string[]> {
  const open = (await storage.staffAccounts()).filter(({ closedAt }) => closedAt === undefined);
  const invented = open.filter(({ id }) => sandboxStaff.some(({ login }) => id === `sandbox-${login}`));
  return invented.length
    ? [
        `the database holds invented staff (${invented.map(({ login }) => login).join(', ')}): name a new folder in MYDATA_DATA`,
      ]
    : [];
}
