import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CmsError, verifySignedData } from './cms.ts';
import { certificatePem, createTestCa, issueCertificate, privateKeyPem } from './x509.ts';

const folder = mkdtempSync(join(tmpdir(), 'cms-'));
after(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] });

const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 3_600_000) };
const ca = await createTestCa({ ...validity, subject: { CN: 'ca' } });
const { certificate, privateKey } = await issueCertificate(ca, { ...validity, subject: { C: 'TW', CN: '林小美' } });
writeFileSync(at('rsa.crt'), certificatePem(certificate));
writeFileSync(at('rsa.key'), privateKeyPem(privateKey));
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
writeFileSync(at('ec.key'), ec.privateKey.export({ format: 'pem', type: 'pkcs8' }));
openssl('req', '-x509', '-key', at('ec.key'), '-subj', '/CN=ec', '-days', '2', '-out', at('ec.crt'));

const content = Buffer.from('QmFzZTY0IG9mIHRoZSBlbmNyeXB0ZWQgZGF0YQ==');

function sign(who: 'rsa' | 'ec', ...options: string[]): Buffer {
  writeFileSync(at('content'), content);
  const signer = ['-signer', at(`${who}.crt`), '-inkey', at(`${who}.key`)];
  return openssl('cms', '-sign', '-binary', '-in', at('content'), ...signer, '-outform', 'DER', ...options);
}

test('what openssl signs is accepted: attached, apart, without attributes, streamed, SHA-2, RSA and ECDSA, by key id', () => {
  const ways: readonly (readonly string[])[] = [
    ['-nodetach'],
    [],
    ['-noattr'],
    ['-nodetach', '-stream'],
    ['-md', 'sha384'],
    ['-md', 'sha512'],
    ['-nosmimecap'],
  ];
  for (const who of ['rsa', 'ec'] as const)
    for (const way of ways) {
      const signer = verifySignedData(sign(who, ...way), content);
      assert.match(signer.subject, who === 'rsa' ? /林小美/ : /CN=ec/, way.join(' '));
    }
  assert.match(verifySignedData(sign('rsa', '-keyid'), content).subject, /林小美/);
  openssl(
    'cms',
    '-sign',
    '-binary',
    '-in',
    at('content'),
    '-signer',
    at('rsa.crt'),
    '-inkey',
    at('rsa.key'),
    '-outform',
    'DER',
    '-out',
    at('out.der'),
  );
  assert.ok(verifySignedData(readFileSync(at('out.der')), content));
});

const refused = (reason: string, der: Uint8Array, bytes: Uint8Array = content): void =>
  assert.throws(
    () => verifySignedData(der, bytes),
    (error) => error instanceof CmsError && error.reason === reason,
    reason,
  );

test('other bytes, inside or apart, are refused', () => {
  refused('digest', sign('rsa'), Buffer.from('other'));
  refused('content', sign('rsa', '-nodetach'), Buffer.from('other'));
  refused('signature', sign('rsa', '-noattr'), Buffer.from('other'));
});

test('no bit of it can be turned without the signature failing, save where it is not signed', () => {
  const der = sign('rsa');
  const good = verifySignedData(der, content).fingerprint256;
  for (let index = 0; index < der.length; index += 7) {
    const bent = Buffer.from(der);
    bent[index] = (bent[index] ?? 0) ^ 1;
    try {
      // The names of unused algorithms and the version are not signed: the key and the content are the same then.
      const { fingerprint256, publicKey } = verifySignedData(bent, content);
      if (fingerprint256 !== good) assert.ok(publicKey.equals(certificate.publicKey));
    } catch (error) {
      assert.ok(error instanceof CmsError, String(error));
    }
  }
});

test('weak hashes, several signers, a missing certificate, and what is no signature are refused', () => {
  refused('algorithm', sign('rsa', '-md', 'sha1'));
  refused('certificate', sign('rsa', '-nocerts'));
  refused('signers', sign('rsa', '-signer', at('ec.crt'), '-inkey', at('ec.key')));
  refused('unreadable', Buffer.from('nothing of the kind'));
  refused('unreadable', new Uint8Array());
  refused('unreadable', sign('rsa').subarray(0, 300));
});

test("another's certificate does not stand for the signer's", () => {
  // Same name and number would be needed; with them, the key still decides.
  const der = sign('rsa');
  const bent = Buffer.from(
    der.toString('latin1').replace(certificate.raw.toString('latin1').slice(-64), 'x'.repeat(64)),
    'latin1',
  );
  assert.ok(
    verifySignedData(bent, content).publicKey.equals(certificate.publicKey),
    'the chain check refuses this one',
  );
});
