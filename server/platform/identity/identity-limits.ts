/**
 * What a try to prove identity is counted for. First for who tries: this journey or visit, the address, the network. A proof
 * that can be guessed counts for the person too (`ofTarget`), but not in a browser where they have passed before. One that
 * can't be guessed (a certificate, a passkey) counts for no person.
 */
import { ofKnown, ofTarget } from '../../limits/target.ts';
import type { Spending } from '../../limits/limiter.ts';
import type { Caller } from '../../limits/caller.ts';
import type { PlatformMethod } from './methods/levels.ts';
import type { Platform } from '../platform.ts';

const guessed: ReadonlySet<PlatformMethod> = new Set(['nhi-card', 'two-document']);

/** @param place the journey or the visit */
export const ofPlace = (place: string, method: PlatformMethod): Spending => ({
  budget: guessed.has(method) ? 'identity-guess-session' : 'identity-signed-session',
  who: place,
  whenRight: 'forget',
});

/**
 * → what one try at proving to be this person spends, for the limiter; where the browser is known for the person, that
 * browser takes the place of address and network
 */
export function ofTry(
  { browsers }: Pick<Platform, 'browsers'>,
  { place, caller, method }: { readonly place: string; readonly caller: Caller; readonly method: PlatformMethod },
  personHash: string,
): readonly Spending[] {
  const here = ofPlace(place, method);
  const browser = browsers.idFor(caller.known, personHash);
  if (!guessed.has(method))
    return browser === undefined ? [here, { budget: 'identity-signed-address', who: caller.address }] : [here];
  if (browser !== undefined) return [here, ...ofKnown('identity-guess', browser, personHash)];
  return [
    here,
    { budget: 'identity-address', who: caller.address },
    { budget: 'identity-network', who: caller.network },
    ...ofTarget('identity-guess', personHash, caller.network),
  ];
}
