/** Who stands behind a provider's token: one row per kind of holder, in the words of that holder's own area. */
import type { Envelope } from '../../crypto/epochs.ts';
import type { IdentityMethod } from '#schemas/datasets/types.ts';
import type { Platform } from '../platform.ts';
import type { Holder } from '../storage.ts';

export interface Held {
  /** How the person proved identity; absent: nobody did. */
  readonly method?: IdentityMethod;
  /** `VerifiedPerson`, sealed as `person` of the token's transaction (`person.ts`). */
  readonly person?: Envelope;
}

/** → undefined when the holder no longer collects anything: its tokens are dead. */
type FindHolder = (platform: Platform, id: string) => Promise<Held | undefined>;

const holders: Readonly<Record<Holder['kind'], FindHolder>> = {
  async journey({ storage }, id) {
    const journey = await storage.journey(id);
    return journey && collecting.some((screen) => screen === journey.screen) ? journey : undefined;
  },
  async download({ storage }, id) {
    const download = await storage.download(id);
    return download?.state === 'fetching' ? download : undefined;
  },
};

/** Screens of a journey at which data may be on its way. */
export const collecting = ['fetching', 'later', 'delivering', 'away'] as const;

/** → the person behind a token as its journey or download keeps them; undefined once that is over */
export const heldBy = (platform: Platform, { kind, id }: Holder): Promise<Held | undefined> =>
  holders[kind](platform, id);
