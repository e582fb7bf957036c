/**
 * What the platform can see of a provider's package without believing anybody: that it is one, signed by the agency whose
 * dataset it is, and about the person who asked. What is broken is never shown, stored or handed on. The service provider
 * verifies for itself all the same.
 */
import { packageInTurn } from '../../limits/proof-turns.ts';
import { openPackage } from '../../packages/open-package.ts';
import { isAbout } from '../../packages/persons.ts';
import { PackageError, wordOf } from '../../protocol/mydata-1/errors.ts';
import { openJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import { trustOf } from '../providers/provider-of.ts';
import type { Collection } from './collection.ts';
import { heldBy } from './token-holders.ts';

/** @param collection whose: the person who proved identity and waits for it */
export async function brokenBecause(
  platform: Platform,
  { holder, txId }: Collection,
  resourceId: string,
  zip: Uint8Array,
): Promise<PackageError | undefined> {
  const held = await heldBy(platform, holder);
  const person = await openJson<VerifiedPerson>(platform, held?.person, 'person', txId);
  try {
    const trust = await trustOf(platform, resourceId);
    const { payload } = await packageInTurn(() => openPackage(resourceId, zip, trust, platform.clock.now()));
    if (!payload) return undefined;
    if (person && isAbout(payload.reader, payload.normalised, person.nationalId)) return undefined;
    return new PackageError('wrong-person', 'wrong-person', 'The package is about another person.');
  } catch (error) {
    if (error instanceof PackageError) return error;
    // Whatever a stranger's bytes made of our reading: they are not taken.
    return new PackageError('shape', 'unreadable', 'The package could not be read.', { cause: error });
  }
}

/** Tells the log and the operator's page what was wrong, and nothing of what was in it. */
export function noteRefusal(
  { log, refusals }: Pick<Platform, 'log' | 'refusals'>,
  resource: string,
  broken: PackageError,
  bytes?: Uint8Array,
): void {
  const code = wordOf(broken, 'inner');
  refusals.set(resource, code);
  const { step, reason } = broken;
  log.warn({ resource, step, reason, code, bytes: bytes?.length }, 'package of a provider refused');
}
