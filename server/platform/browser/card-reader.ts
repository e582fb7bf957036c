/** Plays the card reader of the test environment: has the challenge signed by the simulated card, then sends the form. */
import { setValue, tell, whileBusy } from './lib/form-problem.ts';

interface Signed {
  readonly certificate: string;
  readonly signature: string;
}
interface Refused {
  readonly error: { readonly message: { readonly 'zh-Hant': string } };
}

const form = document.querySelector<HTMLFormElement>('form[data-card]');

const valueOf = (id: string): string => document.querySelector<HTMLInputElement>(`input#${id}`)?.value ?? '';

async function sign(target: HTMLFormElement): Promise<void> {
  const challenge = new FormData(target).get('challenge');
  const answer = await fetch('/sandbox/card/sign', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ card: valueOf('card-number'), pin: valueOf('card-pin'), challenge }),
  }).catch(() => undefined);
  const body = (await answer?.json().catch(() => undefined)) as Signed | Refused | undefined;
  if (!body || 'error' in body) {
    tell(target, body?.error.message['zh-Hant'] ?? '讀卡機沒有回應，請再試一次。');
    return;
  }
  setValue(target, 'certificate', body.certificate);
  setValue(target, 'signature', body.signature);
  target.submit(); // does not fire `submit` again
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void whileBusy(form, () => sign(form));
});
