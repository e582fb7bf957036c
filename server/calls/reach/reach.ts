/** Where calls may lead: by whose words the address stands there, and where this installation runs. */
import type { Environment } from '../../config.ts';
import { classOfAddress, isWithin } from './address-class.ts';

/** Asked of each address that a connection would be made to. */
export type Reach = (address: string) => boolean;

export interface ReachSettings {
  readonly environment: Environment;
  /** What the operator has opened though it is not public. */
  readonly networks: readonly string[];
}

/** Of addresses that the operator has set: partners in the same network, or on the same machine. */
export const ownReach =
  ({ networks }: Pick<ReachSettings, 'networks'>): Reach =>
  (address) =>
    classOfAddress(address) !== 'nowhere' || isWithin(address, networks);

/** Of addresses that somebody else has written, e.g. an SP-API's: in live only what is public, or opened. */
export const strangersReach =
  ({ environment, networks }: ReachSettings): Reach =>
  (address) =>
    environment === 'live'
      ? classOfAddress(address) === 'public' || isWithin(address, networks)
      : ownReach({ networks })(address);
