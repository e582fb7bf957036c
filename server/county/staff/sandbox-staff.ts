/**
 * Invented staff of the test environment: of each role one for the whole organisation, and one in each of its first two
 * offices, so that it can be tried what somebody elsewhere sees. Everything about them is public (`GET /sandbox/staff`), so a live
 * county refuses to start while one of them has an account.
 */
import { hashPassword } from '../../accounts/password.ts';
import { bytesOfBase32, nextCode, otpauthUri, sealTotp } from '../../accounts/second-factor.ts';
import type { County } from '../county.ts';
import { officesOf, topOf } from '../offices/tree.ts';
import type { StaffAccount } from './storage.ts';
import type { StaffRole } from './role.ts';

export interface SandboxStaff {
  readonly login: string;
  readonly name: string;
  readonly role: StaffRole;
  /** Which of the offices under the organisation, from 1; absent: the organisation itself. */
  readonly office?: number;
  readonly password: string;
  /** Base32, for any authenticator. */
  readonly totpSecret: string;
}

export const issuer = '機關人員專區';

export const sandboxStaff: readonly SandboxStaff[] = [
  one('clerk', '櫃檯人員 林小萍', 'clerk', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXG'),
  one('clerk2', '櫃檯人員 許志豪', 'clerk', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXH'),
  one('designer', '表單設計 王怡君', 'designer', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXI'),
  one('designer2', '表單設計 蔡宗翰', 'designer', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXJ'),
  one('approver', '核定人員 黃國棟', 'approver', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXK'),
  one('publisher', '發布人員 吳佩珊', 'publisher', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXL'),
  one('administrator', '管理人員 陳文雄', 'administrator', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXM'),
  one('case-officer', '承辦人員 劉淑芬', 'case-officer', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXN'),
  one('auditor', '稽核人員 何明德', 'auditor', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXO'),
  ...inOffice(1, [
    ['clerk', '櫃檯人員 江雅婷', 'A'],
    ['designer', '表單設計 謝承恩', 'B'],
    ['approver', '核定人員 羅淑惠', 'C'],
    ['publisher', '發布人員 葉建宏', 'D'],
    ['case-officer', '承辦人員 鄭伊婷', 'E'],
    ['auditor', '稽核人員 周美玲', 'F'],
    ['administrator', '管理人員 曾國華', 'G'],
  ]),
  ...inOffice(2, [
    ['clerk', '櫃檯人員 賴冠宇', 'H'],
    ['designer', '表單設計 孫曉雯', 'I'],
    ['approver', '核定人員 施志明', 'J'],
    ['publisher', '發布人員 洪千惠', 'K'],
    ['case-officer', '承辦人員 方俊傑', 'L'],
    ['auditor', '稽核人員 彭麗華', 'M'],
    ['administrator', '管理人員 沈文龍', 'N'],
  ]),
];

function one(login: string, name: string, role: StaffRole, totpSecret: string): SandboxStaff {
  return { login, name, role, password: `invented-${login}-2026`, totpSecret };
}

/** `office1-clerk` … with one password for all of an office. */
function inOffice(
  office: number,
  people: readonly (readonly [role: StaffRole, name: string, letter: string])[],
): readonly SandboxStaff[] {
  return people.map(([role, name, letter]) => ({
    ...one(`office${office}-${role}`, name, role, `JBSWY3DPEHPK3PXPJBSWY3DPEHPK3P${letter}G`),
    office,
    password: `invented-office${office}-2026`,
  }));
}

/** Hashing takes long on purpose, and tests make many counties. */
const hashes = new Map<string, Promise<string>>();

/** May run at every start: who is known stays as they are. */
export async function seedStaff({ storage, seals, clock }: Pick<County, 'storage' | 'seals' | 'clock'>): Promise<void> {
  const offices = officesOf(await storage.offices());
  const top = topOf(offices)?.id;
  const below = [...offices.values()].filter(({ parent, closedAt }) => parent === top && closedAt === undefined);
  for (const { login, name, role, office: number, password, totpSecret } of sandboxStaff) {
    const office = number === undefined ? top : below[number - 1]?.id;
    if (office === undefined || (await storage.staffByLogin(login))) continue;
    const id = `sandbox-${login}`;
    const hash = hashes.get(password) ?? hashPassword(password);
    hashes.set(password, hash);
    const account: StaffAccount = {
      id,
      login,
      name,
      password: await hash,
      totp: sealTotp(seals, bytesOfBase32(totpSecret), id),
      totpStep: 0,
      createdAt: clock.now(),
    };
    await storage.commit([
      { step: 'add-account', account },
      { step: 'give-role', membership: { staff: id, office, role } },
    ]);
  }
}

/** Each with their code; none after two uses within half a minute, until the authenticator shows another. */
export async function sandboxStaffNow({
  storage,
  clock,
}: Pick<County, 'storage' | 'clock'>): Promise<readonly object[]> {
  const offices = officesOf(await storage.offices());
  const people = await Promise.all(
    sandboxStaff.map(async ({ office: _number, role: _first, ...person }) => {
      const account = await storage.staffByLogin(person.login);
      if (!account) return [];
      const secret = bytesOfBase32(person.totpSecret);
      const code = nextCode(secret, clock.now(), account.totpStep);
      const held = (await storage.membershipsOf(account.id)).map(({ office, role }) => ({
        role,
        office,
        name: offices.get(office)?.name,
      }));
      const roles = [...new Set(held.map(({ role }) => role))];
      return [{ ...person, roles, held, otpauth: otpauthUri(secret, person.login, issuer), code }];
    }),
  );
  return people.flat();
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
