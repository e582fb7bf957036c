/** A data provider with one key, for tests of who asks it: whoever the token is for gets their record, signed. */
import { certificatePem, createTestCa, issueCertificate, newRsaKey } from '../../crypto/x509.ts';
import { packInner } from '../../protocol/mydata-1/inner-zip.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';
import { header, listen, type Listening } from '../listen.ts';
import { realFetch } from './serve-party.ts';

export interface LittleDp extends Listening {
  readonly caPem: string;
}

const day = 24 * 60 * 60 * 1000;

export async function littleDp(
  port: number,
  platform: string,
  residents: readonly SandboxResident[],
): Promise<LittleDp> {
  const [caKey, privateKey] = await Promise.all([newRsaKey(), newRsaKey()]);
  const times = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 30 * day) };
  const ca = await createTestCa({ ...times, subject: { C: 'TW', CN: 'Test CA' }, privateKey: caKey });
  const agency = await issueCertificate(ca, { ...times, subject: { C: 'TW', O: '內政部', CN: '測試' }, privateKey });
  const signer = { privateKey, certificateDer: agency.certificate.raw };
  const listening = await listen(port, 'port', async (heard) => {
    const authorization = header(heard, 'authorization') ?? '';
    if (heard.url.searchParams.has('heartbeat')) return { status: 200 };
    const answer = await realFetch(`${platform}/connect/userinfo`, { to: 'partner', headers: { authorization } });
    if (answer.status !== 200) return { status: 401 };
    const { uid } = (await answer.json()) as { uid: string };
    const id = heard.url.pathname.split('/').at(-1)!;
    const record = residents.find(({ nationalId }) => nationalId === uid)?.records[id];
    if (record === undefined || record === null) return { status: 204 };
    const body = packInner([{ name: `${id}.json`, bytes: Buffer.from(JSON.stringify(record)) }], signer);
    return { status: 200, headers: { 'content-type': 'application/zip' }, body };
  });
  return { ...listening, caPem: certificatePem(ca.certificate) };
}
