/**
 * Wrong tries to prove that one is somebody 有人試圖冒用: written down for that person, shown among their usage records, and
 * told by a letter where they are several. A number that is nobody's is written down alike, so that time tells nothing.
 */
import { queueMessage } from '../messages/queue.ts';
import { wrongTriesText } from '../messages/texts/wrong-tries.ts';
import { personHash } from '../hashes.ts';
import { isPlatformMethod, methodName, type PlatformMethod } from './methods/levels.ts';
import type { Platform } from '../platform.ts';
import type { Taking } from '../../limits/limiter.ts';
import { TooMany } from '../../limits/too-many.ts';
import type { Step, WrongTries } from '../storage.ts';
import { letterSetting } from '../consent/notice.ts';

const hourMs = 60 * 60 * 1000;
/** Of one hour and way: fewer are slips of the person's own hand, and are only shown. */
const toldFrom = 3;

/** Summed by the hour, so that nobody can fill a person's records. */
export const wrongTry = (person: string, method: PlatformMethod, at: Date): Step => ({
  step: 'note-wrong-try',
  personHash: person,
  method,
  hour: new Date(at.getTime() - (at.getTime() % hourMs)),
  at,
});

/** Tells those who were tried; to be called every minute. One letter a day, however many try. */
export async function tellWrongTries(platform: Platform): Promise<void> {
  const { storage, clock, config, keys, limiter } = platform;
  const due = await storage.wrongTriesUntold(toldFrom);
  if (!due.length) return;
  const residents = new Map(config.residents.map((one) => [personHash(keys.hashKey, one.nationalId), one]));
  for (const [person, tries] of byPerson(due)) {
    const to = residents.get(person);
    const told: Step = { step: 'told-wrong-tries', personHash: person };
    const letter = to && (await letterOfTheDay(limiter, person));
    if (!letter) {
      await storage.commit([told]);
      continue;
    }
    const at = clock.now();
    const words = wrongTriesText(letterSetting(platform), {
      name: to.name,
      count: tries.reduce((sum, { count }) => sum + count, 0),
      ways: [...new Set(tries.map(({ method }) => wayOf(method)))],
      from: new Date(Math.min(...tries.map(({ firstAt }) => firstAt.getTime()))),
    });
    try {
      await storage.commit([told, await queueMessage(platform, { kind: 'wrong-tries', at, to, ...words })]);
    } catch (error) {
      await letter.back();
      throw error;
    }
  }
}

const wayOf = (method: string): string => (isPlatformMethod(method) ? methodName(method) : method);

/** The letter of the day, to be given back where it is not written. */
async function letterOfTheDay(limiter: Platform['limiter'], who: string): Promise<Taking | undefined> {
  try {
    return await limiter.take([{ budget: 'identity-told', who }]);
  } catch (error) {
    if (error instanceof TooMany) return undefined;
    throw error;
  }
}

function byPerson(rows: readonly WrongTries[]): ReadonlyMap<string, readonly WrongTries[]> {
  const found = new Map<string, WrongTries[]>();
  for (const row of rows) found.set(row.personHash, [...(found.get(row.personHash) ?? []), row]);
  return found;
}
