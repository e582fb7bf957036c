/** The registrar of a platform with a registry interface (`schemas/wire/registry-api.ts`), by the organisation's account there. */
import type { Registration, RegistryError } from '#schemas/wire/registry-api.ts';
import { lifetimes } from '../../lifetimes.ts';
import { call, type Answer, type Call } from '../../calls/call.ts';
import { jsonOf } from '../../calls/json.ts';
import type { Fetch } from '../../context.ts';
import type { Registrar, Submitted } from './registrar.ts';
import { isObject } from '#schemas/json.ts';

/** Of all services of an organisation, each with what it asks. */
const largest = 4 * 1024 * 1024;

export interface RegistryAccount {
  readonly id: string;
  readonly secret: string;
}

export interface PlatformRegistrarOptions {
  readonly platformUrl: string;
  /** Looked up anew as long as there is none: the platform may make it after the county has started. */
  readonly account: () => Promise<RegistryAccount | undefined>;
  readonly fetch: Fetch;
}

/**
 * @param platformUrl its origin, without a slash at its end
 * Throws nothing for what the register answers: refused for now or for good (with its words), or to be sent again.
 * Without an account nothing is sent. `look` asks with the last `ETag`, and again for the whole after a submission.
 */
export function platformRegistrar({ platformUrl, account, fetch }: PlatformRegistrarOptions): Registrar {
  const root = `${platformUrl}/registry/services`;
  let known: RegistryAccount | undefined;
  let etag: string | undefined;

  async function tell(url: string, init: Pick<Call, 'method' | 'headers' | 'body'> = {}): Promise<Answer | string> {
    known ??= await account();
    if (!known) return 'no-account';
    const basic = Buffer.from(`${known.id}:${known.secret}`, 'utf8').toString('base64');
    const outcome = await call(fetch, url, {
      to: 'partner',
      ...init,
      headers: { accept: 'application/json', authorization: `Basic ${basic}`, ...init.headers },
      timeout: lifetimes.registryAnswer.ms,
      size: largest,
    });
    if (outcome.kind !== 'answer') return outcome.kind;
    // The account may have been replaced.
    if (outcome.status === 401) known = undefined;
    return outcome;
  }

  return {
    by: 'platform',
    async submit(service, submission) {
      const answer = await tell(`${root}/${service}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(submission),
      });
      if (typeof answer === 'string') return { kind: 'away', problem: answer };
      const body = jsonOf(answer);
      if (!isOk(answer)) return refusal(answer.status, body);
      // It may have changed with that.
      etag = undefined;
      return isRegistration(body)
        ? { kind: 'told', registration: body }
        : { kind: 'away', problem: `${answer.status} unreadable` };
    },
    async received(service) {
      const answer = await tell(`${root}/${service}/keys/received`, { method: 'POST' });
      return typeof answer !== 'string' && isOk(answer);
    },
    async look() {
      const answer = await tell(root, { headers: etag === undefined ? {} : { 'if-none-match': etag } });
      if (typeof answer === 'string') return { kind: 'away', problem: answer };
      if (answer.status === 304) return { kind: 'same' };
      const list: unknown = jsonOf(answer)?.['services'];
      if (!isOk(answer) || !Array.isArray(list) || !list.every(isRegistration))
        return { kind: 'away', problem: String(answer.status) };
      const seen = answer.headers.get('etag') ?? undefined;
      return { kind: 'told', registrations: list, taken: () => void (etag = seen) };
    },
  };
}

const isOk = ({ status }: Answer): boolean => status >= 200 && status < 300;

function refusal(status: number, body: unknown): Submitted {
  const { code, message, fields } = errorOf(body);
  const words = [message, ...fields].filter((text) => text !== '');
  if (code === 'service-refused') return { kind: 'refused', for: 'good', words };
  if (status === 400 || status === 413 || status === 415 || status === 422)
    return { kind: 'refused', for: 'now', words };
  return { kind: 'away', problem: code ? `${status} ${code}` : String(status) };
}

function errorOf(body: unknown): { code: string; message: string; fields: readonly string[] } {
  const error = isObject(body) && isObject(body['error']) ? (body['error'] as Partial<RegistryError['error']>) : {};
  const { code = '', message, fields } = error;
  return {
    code,
    message: message?.['zh-Hant'] ?? '',
    fields: (fields ?? []).map((field) => `${field.path}：${field.message['zh-Hant']}`),
  };
}

const isRegistration = (value: unknown): value is Registration =>
  isObject(value) && ['service', 'clientId', 'state', 'phase'].every((key) => typeof value[key] === 'string');
