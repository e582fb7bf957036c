/**
 * The card in its reader. **Here a county puts the call of its card plugin** (docs/going-live.md): the component that the
 * authority of citizen certificates gives out listens on this computer, takes the text and the PIN, and answers with the
 * PKCS#7 itself. In the test environment a simulated card stands in its place; its key comes from the platform's sandbox.
 */
import { callCounty } from '#components/county-calls.ts';
import { apiBase } from '../api/county-api.ts';
import { signCms } from './sign-cms.ts';

/** @returns Base64 of a PKCS#7 signature over the text in UTF-8 */
export async function signWithCard(
  service: string,
  { card, pin, text }: { readonly card: string; readonly pin: string; readonly text: string },
): Promise<string> {
  const held = await callCounty<{ certificatePem: string; privateKeyPem: string }>(
    apiBase,
    `/services/${encodeURIComponent(service)}/signature/sandbox-card`,
    { method: 'POST', body: { card, pin } },
  );
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('pkcs8', fromPem(held.privateKeyPem), algorithm, false, ['sign']);
  const cms = await signCms(text, {
    certificate: fromPem(held.certificatePem),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(algorithm, key, bytes)),
  });
  return btoa(Array.from(cms, (byte) => String.fromCharCode(byte)).join(''));
}

const fromPem = (pem: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(pem.replace(/-----[^-]*-----|\s/g, '')), (letter) => letter.charCodeAt(0));
