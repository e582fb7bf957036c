/**
 * Invented staff of the test environment, one per role and one of two organisations. Everything about them is public
 * (`GET /sandbox/staff`), so a live installation refuses to start while one of them has an account.
 */
import type { Clock } from '../../context.ts';
import type { PlatformKeys } from '../keys.ts';
import type { Platform } from '../platform.ts';
import type { PlatformStorage, Role } from '../storage.ts';
import { hashPassword } from '../../accounts/password.ts';
import { bytesOfBase32, nextCode, otpauthUri, sealTotp } from '../../accounts/second-factor.ts';

export interface SandboxStaff {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly organisationId?: string;
  readonly password: string;
  /** Base32, for any authenticator. */
  readonly totpSecret: string;
}

export const sandboxStaff: readonly SandboxStaff[] = [
  one('reviewer', '審查員 沈小芬', 'reviewer', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXA'),
  one('operator', '維運員 方大同', 'operator', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXB'),
  one('auditor', '稽核員 紀明哲', 'auditor', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXC'),
  one('chiayi', '嘉義縣政府 承辦員', 'service-provider', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXD', 'ORG.chiayi'),
  one('penghu', '澎湖縣政府 承辦員', 'service-provider', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXE', 'ORG.penghu'),
];

function one(login: string, name: string, role: Role, totpSecret: string, organisationId?: string): SandboxStaff {
  return { login, name, roles: [role], organisationId, password: `invented-${login}-2026`, totpSecret };
}

/** All have one salt's work: hashing takes long on purpose, and tests make many platforms. */
const hashes = new Map<string, Promise<string>>();

/** May run at every start: who is known stays as they are. */
export async function seedStaff({
  storage,
  keys,
  clock,
}: {
  storage: PlatformStorage;
  keys: Pick<PlatformKeys, 'hashKey'>;
  clock: Clock;
}): Promise<void> {
  for (const { login, name, roles, organisationId, password, totpSecret } of sandboxStaff) {
    if (await storage.staffByLogin(login)) continue;
    const id = `sandbox-${login}`;
    const hash = hashes.get(password) ?? hashPassword(password);
    hashes.set(password, hash);
    const totp = sealTotp(keys, bytesOfBase32(totpSecret), id);
    await storage.commit([
      {
        step: 'add-account',
        account: {
          id,
          login,
          name,
          roles,
          organisationId,
          password: await hash,
          totp,
          totpStep: 0,
          createdAt: clock.now(),
        },
      },
    ]);
  }
}

/** Each with their code; none after two uses within half a minute, until the authenticator shows another. */
export async function sandboxStaffNow({
  storage,
  clock,
}: Pick<Platform, 'storage' | 'clock'>): Promise<readonly object[]> {
  return Promise.all(
    sandboxStaff.map(async (one) => {
      const secret = bytesOfBase32(one.totpSecret);
      const used = (await storage.staffByLogin(one.login))?.totpStep ?? 0;
      const code = nextCode(secret, clock.now(), used);
      return { ...one, otpauth: otpauthUri(secret, one.login), code };
    }),
  );
}
