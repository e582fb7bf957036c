/** The simulated card: gives certificate and key of an invented resident for number and PIN. Test environment only. */
import { readCitizenCertificateNumber } from '#schemas/taiwan/citizen-certificate-number.ts';
import { withoutSpaces } from '#schemas/taiwan/plain-text.ts';
import { valueOf } from '#schemas/taiwan/reading.ts';
import { call } from '../../calls/call.ts';
import { sameSecret } from '../../http/constant-time.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import type { OpenCard, OpenedCard } from '#schemas/wire/county-api.ts';
import { signatureError, signerError } from './errors.ts';

interface SandboxResident {
  readonly card: {
    readonly number: string;
    readonly pin: string;
    readonly certificatePem?: string;
    readonly privateKeyPem?: string;
  };
}

/** All invented residents with their keys. */
const maxBytes = 64 * 1024 * 1024;

/**
 * → PEM of both, asked of the platform's sandbox. @throws 422 `card-pin` for number and PIN alike, 502 where the
 * sandbox does not answer
 */
export async function openSandboxCard({ config, fetch }: County, input: OpenCard): Promise<OpenedCard> {
  const number = valueOf(readCitizenCertificateNumber(input.card));
  const pin = withoutSpaces(input.pin);
  const outcome = await call(fetch, `${config.platformUrl}/sandbox/residents`, {
    to: 'partner',
    headers: { accept: 'application/json' },
    timeout: lifetimes.platformAnswer.ms,
    size: maxBytes,
  });
  if (outcome.kind !== 'answer' || outcome.status !== 200) throw signatureError(502);
  const residents = JSON.parse(outcome.bytes.toString('utf8')) as readonly SandboxResident[];
  const {
    certificatePem,
    privateKeyPem,
    pin: right,
  } = residents.find(({ card }) => card.number === number)?.card ?? {};
  if (!certificatePem || !privateKeyPem || !sameSecret(pin, right ?? ''))
    throw signerError('card-pin', '卡號或 PIN 碼不正確，請再檢查一次。', 'Card number or PIN is wrong.');
  return { certificatePem, privateKeyPem };
}
