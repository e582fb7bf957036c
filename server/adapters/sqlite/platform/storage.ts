/** The platform's storage on SQLite: per area its tables, migrations, steps and reads; one database, one transaction per plan. */
import { fileURLToPath } from 'node:url';
import type { PlatformStorage, Step } from '#server/platform/storage.ts';
import type { PlatformKind } from '#server/platform/space.ts';
import type { Sizes } from '#server/space/space.ts';
import { keepSizes, sizesIn } from '../sizes.ts';
import { platformTables } from './sizes.ts';
import { commitPlan, eraseDeleted, migrateArea, openSqlite, type SqliteDatabase } from '../open.ts';
import { journeyReads } from './journeys/reads.ts';
import { journeySteps } from './journeys/steps.ts';
import { logReads } from './log/reads.ts';
import { logSteps } from './log/steps.ts';
import { registryReads } from './registry/reads.ts';
import { registrySteps } from './registry/steps.ts';
import { staffReads } from './staff/reads.ts';
import { staffSteps } from './staff/steps.ts';
import { residentReads } from './residents/reads.ts';
import { residentSteps } from './residents/steps.ts';
import { messageReads } from './messages/reads.ts';
import { messageSteps } from './messages/steps.ts';
import { counterReads } from './counter/reads.ts';
import { counterSteps } from './counter/steps.ts';
import { signatureReads } from './signatures/reads.ts';
import { signatureSteps } from './signatures/steps.ts';
import { spCallReads } from './sp-calls/reads.ts';
import { spCallSteps } from './sp-calls/steps.ts';
import { providerReads } from './providers/reads.ts';
import { providerSteps } from './providers/steps.ts';
import { transferReads } from './transfers.ts';

/** Areas with tables of their own, in the order in which they came; each counts its migrations for itself. */
const areas = [
  'journeys',
  'log',
  'staff',
  'messages',
  'residents',
  'registry',
  'signatures',
  'counter',
  'sp-calls',
  'providers',
] as const;

const folderOf = (area: string): string => fileURLToPath(new URL(`./${area}/migrations`, import.meta.url));

type Handler = (db: SqliteDatabase, step: Step) => void;

const handlers = [
  journeySteps,
  logSteps,
  registrySteps,
  staffSteps,
  residentSteps,
  messageSteps,
  signatureSteps,
  counterSteps,
  spCallSteps,
  providerSteps,
] as unknown as readonly {
  readonly [step: string]: Handler | undefined;
}[];

/** Every area that knows the step does its part of it. */
function applyStep(db: SqliteDatabase, step: Step): void {
  const known = handlers.flatMap((area) => area[step.step] ?? []);
  if (!known.length) throw new Error(`no area knows the step ${step.step}`);
  for (const handler of known) handler(db, step);
}

/** @param file path or `:memory:` */
export function sqlitePlatformStorage(file: string): PlatformStorage {
  const db = openSqlite(file, folderOf('journeys'));
  for (const area of areas.slice(1)) migrateArea(db, area, folderOf(area));
  keepSizes(db, platformTables);
  return {
    async sizes() {
      return sizesIn(db) as Sizes<PlatformKind>;
    },
    async commit(plan) {
      return commitPlan(db, () => {
        for (const step of plan) applyStep(db, step);
      });
    },
    ...journeyReads(db),
    ...logReads(db),
    ...registryReads(db),
    ...staffReads(db),
    ...residentReads(db),
    ...messageReads(db),
    ...signatureReads(db),
    ...counterReads(db),
    ...spCallReads(db),
    ...providerReads(db),
    ...transferReads(db),
    async eraseDeleted() {
      eraseDeleted(db);
    },
    async close() {
      db.$client.close();
    },
  };
}
