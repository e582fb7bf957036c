/** The platform's storage as a plain model: the contract's second opinion, and the storage of tests. */
import type { PlatformStorage, Reason, Step } from '#server/platform/storage.ts';
import type { PlatformKind } from '#server/platform/space.ts';
import type { Sizes } from '#server/space/space.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import { copyOf, type Area } from './area.ts';
import { journeyArea } from './journeys.ts';
import { logArea } from './log.ts';
import { registryArea } from './registry.ts';
import { staffArea } from './staff.ts';
import { residentArea } from './residents.ts';
import { messageArea } from './messages.ts';
import { counterArea } from './counter.ts';
import { spCallArea } from './sp-calls.ts';
import { signatureArea } from './signatures.ts';
import { providerArea } from './providers.ts';
import { transferReads } from './transfers.ts';

const areas = {
  journeys: journeyArea,
  log: logArea,
  registry: registryArea,
  staff: staffArea,
  residents: residentArea,
  messages: messageArea,
  signatures: signatureArea,
  providers: providerArea,
  counter: counterArea,
  spCalls: spCallArea,
};

type Models = { readonly [Name in keyof typeof areas]: ReturnType<(typeof areas)[Name]['empty']> };
type AnyArea = Area<object, { readonly step: string }, object>;

const all = Object.entries(areas) as unknown as readonly (readonly [keyof Models, AnyArea])[];

function apply(models: Models, step: Step): void {
  const known = all.filter(([, area]) => Object.hasOwn(area.steps, step.step));
  if (!known.length) throw new Error(`no area knows the step ${step.step}`);
  for (const [name, area] of known)
    (area.steps as Record<string, (model: object, step: Step) => void>)[step.step]?.(models[name], step);
}

/** A model's own measure, which costs nothing: a row is a row. */
const bytesOfRow = 1000;

function sizesOf({
  journeys,
  counter,
  residents,
  signatures,
  log,
  messages,
  spCalls,
  registry,
  staff,
}: Models): Sizes<PlatformKind> {
  const of = (...parts: readonly object[]): number =>
    bytesOfRow *
    parts
      .flatMap((part) => Object.values(part) as readonly unknown[])
      .reduce<number>(
        (sum, rows) => sum + (rows instanceof Map ? rows.size : Array.isArray(rows) ? rows.length : 0),
        0,
      );
  const { packages, ...others } = journeys;
  return {
    journeys: of(others, counter, residents, signatures),
    packages: of({ packages }),
    log: of(log),
    outbox: of(messages, spCalls),
    registry: of(registry),
    staff: of(staff),
  };
}

/** Empty, and gone with the process. A refused plan leaves every area as it was; deletions leave nothing to erase. */
export function memoryPlatformStorage(): PlatformStorage {
  let models = Object.fromEntries(all.map(([name, area]) => [name, area.empty()])) as unknown as Models;
  return {
    async commit(plan) {
      const draft = Object.fromEntries(all.map(([name]) => [name, copyOf(models[name])])) as unknown as Models;
      try {
        for (const step of plan) apply(draft, step);
      } catch (error) {
        if (error instanceof GuardFailed) return { ok: false, reason: error.reason as Reason };
        throw error;
      }
      models = draft;
      return { ok: true };
    },
    ...journeyArea.reads(() => models.journeys),
    ...logArea.reads(() => models.log),
    ...registryArea.reads(() => models.registry),
    ...staffArea.reads(() => models.staff),
    ...residentArea.reads(() => models.residents),
    ...messageArea.reads(() => models.messages),
    ...signatureArea.reads(() => models.signatures),
    ...providerArea.reads(() => models.providers),
    ...counterArea.reads(() => models.counter),
    ...spCallArea.reads(() => models.spCalls),
    ...transferReads(() => models.journeys),
    async sizes() {
      return sizesOf(models);
    },
    async eraseDeleted() {},
    async close() {},
  };
}
