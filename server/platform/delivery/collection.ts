/** What is to be collected of the data providers, for a journey or a resident's own download; and how far it is. */
import type { Platform } from '../platform.ts';
import type { Holder, Step } from '../storage.ts';

/** Dataset → header name → value, as the resident answered. */
export type Parameters = { readonly [resourceId: string]: { readonly [header: string]: string } | undefined };

export interface Collection {
  /** Whose: also decides where introspection finds the person (`token-holders.ts`). */
  readonly holder: Holder;
  /** Packages, asks and events are kept under it. */
  readonly txId: string;
  readonly resources: readonly string[];
  /** For providers that can sign single fields: dataset → field names. */
  readonly fields?: { readonly [resourceId: string]: readonly string[] | undefined };
  readonly parameters?: Parameters;
  /** All or nothing: one that can't be had makes the others superfluous. */
  readonly stopAtFailure?: boolean;
  /** Guards that fail once nobody wants the data any more: then nothing is asked and nothing is kept. */
  readonly stillWanted: (at: Date) => readonly Step[];
}

export type DatasetState =
  /** Not asked yet, or under way. */
  | { readonly resourceId: string; readonly state: 'asked' }
  /** The provider prepares it; asked again at `until`. */
  | { readonly resourceId: string; readonly state: 'preparing'; readonly until: Date }
  | { readonly resourceId: string; readonly state: 'had' | 'no-record'; readonly at: Date }
  | {
      readonly resourceId: string;
      readonly state: 'failed';
      /** There was an answer, and it did not stand the platform's look at it. */
      readonly broken: boolean;
      readonly at: Date;
    };

/** `StoredPackage.code` of what came and was not taken. Nobody outside hears it: for them it could not be had (504). */
export const brokenCode = 502;

/** Whether a stored code is an answer of the agency: data, or that it has no record */
export const isAnswer = (code: number): boolean => code === 200 || code === 204;

/** In the order of `resources`. */
export async function statesOf(
  { storage }: Platform,
  { txId, resources }: Pick<Collection, 'txId' | 'resources'>,
): Promise<readonly DatasetState[]> {
  const [packages, asks] = [await storage.packages(txId), await storage.asks(txId)];
  return resources.map((resourceId) => {
    const stored = packages.find((one) => one.resourceId === resourceId);
    if (stored) {
      const { code, at } = stored;
      if (!isAnswer(code)) return { resourceId, state: 'failed', broken: code === brokenCode, at };
      return { resourceId, state: code === 200 ? 'had' : 'no-record', at };
    }
    const until = asks.find((one) => one.resourceId === resourceId)?.retryAt;
    return until ? { resourceId, state: 'preparing', until } : { resourceId, state: 'asked' };
  });
}

/** Still to come: not asked yet, under way, or being prepared */
export const isPending = ({ state }: DatasetState): boolean => state === 'asked' || state === 'preparing';

/** Nothing more to wait for. */
export const isReady = (states: readonly DatasetState[], stopAtFailure: boolean): boolean =>
  !states.some(isPending) || (stopAtFailure && states.some(({ state }) => state === 'failed'));

/** What a stored package is bound to when it is sealed, and opens for alone */
export const packageContext = (txId: string, resourceId: string): string => `package ${txId} ${resourceId}`;
