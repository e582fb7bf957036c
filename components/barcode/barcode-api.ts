/**
 * What `<mydata-barcode>` asks of the address in `src`: `GET` → the barcode, `POST` → a new one, the old is dead at once.
 * Owns the shapes, the clock's difference and the kinds of failure.
 */
import type { Text } from '#schemas/text.ts';

interface BarcodeData {
  readonly serial: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** ISO 8601, or seconds from now; when to renew. Without it at `expiresAt`. */
  readonly renewAfter?: string | number;
  readonly service?: Text | string;
  readonly agency?: Text | string;
}

/** `elsewhere`: another device of the resident shows it. */
export type Ending = 'taken' | 'burnt' | 'expired' | 'elsewhere';

/** `ending`: the barcode is over. Otherwise `passing` tells whether to try again by itself. */
export class BarcodeFailure extends Error {
  constructor(
    readonly ending: Ending | undefined,
    readonly passing: boolean,
  ) {
    super('barcode');
  }
}

export interface Received extends BarcodeData {
  /** Milliseconds that the server's clock is ahead of this device's. */
  readonly ahead: number;
}

const endingOf = (status: number, body: string): Ending | undefined =>
  (/\b(taken|burnt|expired|elsewhere)\b/.exec(body)?.[1] as Ending | undefined) ??
  (status === 410 ? 'expired' : undefined);

export async function askBarcode(src: string, method: 'GET' | 'POST', signal: AbortSignal): Promise<Received> {
  let answer: Response;
  try {
    answer = await fetch(src, {
      method,
      signal,
      cache: 'no-store',
      headers: { accept: 'application/json', 'x-mydata-request': '1' },
    });
  } catch {
    throw new BarcodeFailure(undefined, true);
  }
  const { status, headers } = answer;
  const body = await answer.text().catch(() => '');
  if (!answer.ok)
    throw new BarcodeFailure(
      status < 500 ? endingOf(status, body) : undefined,
      status === 409 || status === 429 || status >= 500,
    );
  try {
    const data = JSON.parse(body) as BarcodeData;
    if (typeof data.serial !== 'string' || Number.isNaN(Date.parse(data.expiresAt))) throw new TypeError();
    // A phone whose clock is wrong must not call a good barcode dead. The header has whole seconds only.
    const ahead = Date.parse(headers.get('date') ?? '') - Date.now();
    return { ...data, ahead: Math.abs(ahead) > 2000 ? ahead : 0 };
  } catch {
    throw new BarcodeFailure(undefined, true);
  }
}
