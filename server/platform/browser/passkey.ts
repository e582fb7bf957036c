/** Proves with a passkey (`get`) or binds a new one (`create`); the answer goes to the server in a form field, as JSON. */
import { toBytes, toText } from './lib/base64url.ts';
import { setValue, tell, whileBusy } from './lib/form-problem.ts';

const form = document.querySelector<HTMLFormElement>('form[data-passkey]');

async function get(target: HTMLFormElement): Promise<object | undefined> {
  const { challenge = '', rpId } = target.dataset;
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: toBytes(challenge),
    rpId,
    userVerification: 'required',
    timeout: 120_000,
  };
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
  if (!credential) return undefined;
  const { clientDataJSON, authenticatorData, signature, userHandle } =
    credential.response as AuthenticatorAssertionResponse;
  return common(credential, {
    clientDataJSON: toText(clientDataJSON),
    authenticatorData: toText(authenticatorData),
    signature: toText(signature),
    userHandle: userHandle ? toText(userHandle) : undefined,
  });
}

async function create(target: HTMLFormElement): Promise<object | undefined> {
  const { challenge = '', rpId, rpName = '', userId = '' } = target.dataset;
  const publicKey: PublicKeyCredentialCreationOptions = {
    challenge: toBytes(challenge),
    rp: { id: rpId, name: rpName },
    user: { id: new TextEncoder().encode(userId), name: 'MyData', displayName: 'MyData 身分驗證' },
    pubKeyCredParams: [
      { type: 'public-key', alg: -7 },
      { type: 'public-key', alg: -257 },
    ],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
    timeout: 120_000,
  };
  const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null;
  if (!credential) return undefined;
  const { clientDataJSON, attestationObject } = credential.response as AuthenticatorAttestationResponse;
  return common(credential, { clientDataJSON: toText(clientDataJSON), attestationObject: toText(attestationObject) });
}

const common = (credential: PublicKeyCredential, response: object): object => ({
  id: credential.id,
  rawId: toText(credential.rawId),
  type: credential.type,
  clientExtensionResults: {},
  response,
});

async function run(target: HTMLFormElement): Promise<void> {
  try {
    const credential = await (target.dataset['passkey'] === 'create' ? create(target) : get(target));
    if (!credential) throw new Error('no credential');
    setValue(target, 'credential', JSON.stringify(credential));
    target.submit();
  } catch {
    // Cancelled, timed out, no authenticator: the browser does not say which, on purpose.
    tell(target, '裝置沒有完成驗證。請再按一次按鈕，依裝置的指示操作；或改用其他方式。');
  }
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void whileBusy(form, () => run(form));
});
