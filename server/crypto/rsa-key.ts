/** Which RSA keys are good enough to believe a signature: at least 2048 bits, e ≥ 65537, not of the ROCA family. */
import type { KeyObject } from 'node:crypto';

/** Keys beyond this cost more time to check than any agency's is worth. */
const maxBits = 8192;

/** Takes Ed25519 and the curves P-256, P-384, P-521 too; every other kind of key is refused. */
export function isStrongKey(key: KeyObject): boolean {
  const details = key.asymmetricKeyDetails;
  if (key.asymmetricKeyType === 'ec')
    return ['prime256v1', 'secp384r1', 'secp521r1'].includes(details?.namedCurve ?? '');
  if (key.asymmetricKeyType === 'ed25519') return true;
  if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'rsa-pss') return false;
  const { modulusLength = 0, publicExponent = 0n } = details ?? {};
  const sizeOk = modulusLength >= 2048 && modulusLength <= maxBits;
  const exponentOk = publicExponent >= 65537n && publicExponent % 2n === 1n && publicExponent < 2n ** 64n;
  return sizeOk && exponentOk && !(key.asymmetricKeyType === 'rsa' && isRoca(key));
}

/**
 * CVE-2017-15361: the Infineon library made primes of the form k·M + 65537^a mod M. So did cards issued as identity
 * cards elsewhere; their keys can be factored. The modulus then lies in the subgroup of 65537 for every prime of M.
 */
function isRoca(key: KeyObject): boolean {
  const modulus = BigInt(`0x${Buffer.from(key.export({ format: 'jwk' }).n ?? '', 'base64url').toString('hex')}`);
  return smallPrimes.every((prime) => subgroups.get(prime)?.has(Number(modulus % BigInt(prime))));
}

const smallPrimes = Array.from({ length: 165 }, (_, i) => i + 3).filter((n) => {
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) return false;
  return true;
});

const subgroups = new Map(
  smallPrimes.map((prime) => {
    const members = new Set<number>();
    for (let power = 1; !members.has(power); power = (power * 65537) % prime) members.add(power);
    return [prime, members] as const;
  }),
);
