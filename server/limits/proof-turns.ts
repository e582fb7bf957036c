/**
 * Certificates and signatures are looked into on the thread that serves everybody. Each check waits for its turn and lets
 * what else has come go first, so that a crowd of them slows its own and nobody else.
 */
import { setImmediate } from 'node:timers/promises';
import { Bounded } from './bounded.ts';

const proofs = new Bounded({ atOnce: 1, waiting: 64 });
/** A package may unpack to 50 MB: one at a time, also for the memory. */
const packages = new Bounded({ atOnce: 1, waiting: 0 });

const breath = async <T>(check: () => T): Promise<T> => {
  await setImmediate();
  return check();
};

/** Of somebody who has proved nothing yet. @throws 503 `busy`, and nothing is done */
export const proofOfStranger = <T>(check: () => T): Promise<T> => proofs.run(() => breath(check));

/** Of somebody whom we know, e.g. a service's own system. */
export const proofOfKnown = <T>(check: () => T): Promise<T> => proofs.wait(() => breath(check));

/** That we have asked for ourselves. */
export const packageInTurn = <T>(check: () => T): Promise<T> => packages.wait(() => breath(check));
