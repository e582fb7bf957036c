/**
 * From a barcode to an open case: whose it is the platform says, nobody chooses; then the resident says the code, the package is fetched, verified and
 * mapped. Owns the order, and that each step is the same clerk's; the platform owns who is refused and how often.
 */
import { recordAction } from '../../accounts/session.ts';
import { readDigitCode } from '#schemas/taiwan/digit-code.ts';
import { valueOf } from '#schemas/taiwan/reading.ts';
import { randomUUID } from 'node:crypto';
import { readSerial } from '#schemas/barcode/read-serial.ts';
import type { Presented } from '#schemas/wire/counter-api.ts';
import { HttpError } from '../../http/errors.ts';
import { after } from '../../lifetimes.ts';
import { decryptField } from '../../protocol/mydata-1/fields.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { secretKeyOf } from '../journeys/accept-delivery.ts';
import type { Delivery } from '../journeys/delivery.ts';
import type { CountyService } from '../services/county-service.ts';
import { fetchPackage } from '../journeys/fetch-package.ts';
import type { Json } from '../drafts/read-input.ts';
import { isWithin } from '../offices/tree.ts';
import type { Clerk } from '../staff/desk.ts';
import { caseObject } from '../records/looks.ts';
import { caseOwner, endCase } from './cases.ts';
import { asking, requireDeskInUse, takeEntry } from './desk-out.ts';
import {
  enterCode,
  NotAsThis,
  OtherService,
  presentSerial,
  resendCode,
  type CodeOut,
  type Handed,
} from './platform-desk.ts';
import type { CaseRow } from './storage.ts';
import { isUuidLike } from '#schemas/uuid.ts';

/** What a desk's page holds between the steps: sealed, and good for the session that began it, at the same desk, only. */
interface Attempt {
  readonly service: string;
  readonly attempt: string;
}

function readCode(typed: unknown): string | undefined {
  if (typeof typed !== 'string') return undefined;
  return valueOf(readDigitCode(typed, 8));
}

/** Services handled at counters that belong to the office where the clerk sits, or to one below it. */
export async function deskServices({ services, storage }: County, clerk: Clerk): Promise<readonly CountyService[]> {
  const owners = new Map((await storage.serviceOwners()).map(({ service, office }) => [service, office]));
  return [...services.values()].filter(
    ({ service: { id, modes } }) =>
      modes.includes('counter') && isWithin(clerk.offices, owners.get(id) ?? '', clerk.office),
  );
}

/**
 * Has a code sent to the resident's phone. The `attempt` in the answer is sealed for this clerk; no ticket is in it. In
 * the record.
 * @throws 422 `counter-entry`; 404 `service-unknown`, `barcode-unknown`; 409 `barcode-elsewhere`, with nothing sent;
 * 423 `desk-out`; as `resendCode`
 */
export async function present(county: County, clerk: Clerk, input: Json): Promise<Presented> {
  const services = await deskServices(county, clerk);
  if (input.service !== undefined && !services.some(({ service: { id } }) => id === input.service))
    throw countyError('service-unknown');
  const serial = readSerial(input.serial);
  if (serial === undefined) throw countyError('counter-entry');
  await requireDeskInUse(county, clerk);
  const likely = services.filter(({ service: { id } }) => id === input.service);
  const { service, code } = await asking(county, clerk, () =>
    presentAsItsOwn(county, clerk, new Set([...likely, ...services]), serial),
  );
  await record(county, clerk, 'present-barcode', service.service.id);
  return presented(service, code, sealAttempt(county, clerk, { service: service.service.id, attempt: code.attempt }));
}

/** Asks as any service of the office; of another's barcode nothing is sent before it is presented as that one's. */
async function presentAsItsOwn(
  county: County,
  clerk: Clerk,
  services: ReadonlySet<CountyService>,
  serial: string,
): Promise<{ readonly service: CountyService; readonly code: CodeOut }> {
  let refused: unknown = countyError('service-unknown');
  for (const service of services) {
    try {
      return { service, code: await presentSerial(county, service, clerk, serial) };
    } catch (error) {
      if (error instanceof OtherService) return presentAsNamed(county, clerk, services, serial, error);
      if (!isOfThisService(error)) throw error;
      refused = error instanceof NotAsThis ? countyError('platform-away') : error;
    }
  }
  throw refused;
}

async function presentAsNamed(
  county: County,
  clerk: Clerk,
  services: ReadonlySet<CountyService>,
  serial: string,
  named: OtherService,
): Promise<{ readonly service: CountyService; readonly code: CodeOut }> {
  const ours = [...county.services.values()].find(({ client }) => client?.clientId === named.clientId);
  if (!ours) throw barcodeElsewhere(named.agency, named.service);
  if (!services.has(ours)) {
    const owner = await county.storage.serviceOwner(ours.service.id);
    const office = clerk.offices.get(owner?.office ?? '')?.name['zh-Hant'];
    throw barcodeElsewhere(office, ours.service.name['zh-Hant'], ours.service.name.en);
  }
  try {
    return { service: ours, code: await presentSerial(county, ours, clerk, serial) };
  } catch (error) {
    throw error instanceof OtherService || error instanceof NotAsThis ? countyError('platform-away') : error;
  }
}

/** Says nothing of the barcode: another service of the office may be let. */
const isOfThisService = (error: unknown): boolean =>
  error instanceof NotAsThis ||
  (error instanceof HttpError && ['mydata-suspended', 'mydata-not-registered'].includes(error.code));

/** Nothing was sent, and nobody was wrong. */
const barcodeElsewhere = (office: string | undefined, service: string, english = service): HttpError =>
  new HttpError(409, 'barcode-elsewhere', {
    'zh-Hant': `這是${office ?? ''}「${service}」的條碼，這個櫃檯不受理。請民眾到${office ?? '辦理這一項的機關'}的櫃檯，或改出示這個櫃檯受理項目的條碼。沒有送出驗證密碼，也不算輸入錯誤。`,
    en: `This barcode is for “${english}”${office ? ` of ${office}` : ''}, which this counter does not handle. No code was sent, and this is no wrong entry.`,
  });

const presented = ({ service: { id, name } }: CountyService, code: CodeOut, attempt: string): Presented => ({
  ...code,
  attempt,
  service: { id, name },
});

/**
 * Another code for the same barcode, asked for by the clerk who presented it. In the record. @throws as `resendCode`
 */
export async function resend(county: County, clerk: Clerk, input: Json): Promise<Presented> {
  const { service, attempt } = await openAttempt(county, clerk, input.attempt);
  await requireDeskInUse(county, clerk);
  const code = await asking(county, clerk, () => resendCode(county, service, attempt));
  await record(county, clerk, 'resend-code', service.service.id);
  return presented(service, code, input.attempt as string);
}

/** → the case that is open now */
export async function openByCode(county: County, clerk: Clerk, input: Json): Promise<CaseRow> {
  const { service, attempt } = await openAttempt(county, clerk, input.attempt);
  const code = readCode(input.code);
  if (code === undefined) throw countyError('counter-entry');
  await requireDeskInUse(county, clerk);
  const taking = await takeEntry(county, clerk);
  const handed = await asking(county, clerk, () => enterCode(county, service, attempt, code)).catch(
    async (error: unknown) => {
      // Only what the platform called wrong is a mistake.
      const mistake = error instanceof HttpError && error.code === 'counter-refused';
      if (!mistake) await taking.back();
      await record(county, clerk, 'code-refused', service.service.id);
      // The fifth.
      if (mistake) await requireDeskInUse(county, clerk);
      throw error;
    },
  );
  await taking.back();
  const row = await beginCase(county, clerk, service, handed);
  // The job goes on when the desk's connection ends.
  await new Promise<void>((done) =>
    county.jobs.start('fetch-package', () => fetchPackage(county, row.txId).finally(done)),
  );
  const transfer = await county.storage.transfer(row.txId);
  if (transfer?.state === 'filled') return row;
  await endCase(county, clerk, row, 'failed');
  throw countyError('case-package');
}

async function beginCase(
  county: County,
  clerk: Clerk,
  service: CountyService,
  { txId: given, ticket, secretKey: sealed, agent }: Handed,
): Promise<CaseRow> {
  const txId = given.toLowerCase();
  const secretKey = isUuidLike(txId) ? secretKeyOf(county, service, sealed, txId) : undefined;
  if (!isUuidLike(ticket) || secretKey === undefined) throw countyError('platform-away');
  const named = agent && { name: agent.name, nationalId: decrypted(service, agent.nationalId) ?? '' };
  const { clock, epochs, seals, storage } = county;
  const now = clock.now();
  const at = now.toISOString();
  const until = after(now, 'storedData').toISOString();
  const id = randomUUID();
  const draftId = randomUUID();
  const serviceId = service.service.id;
  const row: CaseRow = {
    id,
    draftId,
    txId,
    service: serviceId,
    office: clerk.office,
    agency: clerk.agency,
    counter: clerk.counter,
    clerkId: clerk.id,
    clerkName: clerk.name,
    state: 'open',
    openedAt: at,
    expiresAt: until,
  };
  const { state: _open, ...opened } = row;
  const delivery: Delivery = { ticket, secretKey, fetchId: randomUUID(), ...(named && { agent: named }) };
  // Who it is, and which datasets they brought, is known when the package is open.
  const person = seals.hash('person', '');
  const { asked } = service;
  const result = await storage.commit([
    {
      step: 'create-draft',
      draft: {
        id: draftId,
        owner: caseOwner(county, id),
        service: serviceId,
        formVersion: service.formVersion,
        revision: 0,
        createdAt: at,
        expiresAt: until,
      },
    },
    {
      step: 'start-journey',
      transfer: {
        txId,
        draftId,
        service: serviceId,
        resources: [...asked.all, ...asked.anyOf.flat()].map((dataset) => dataset.id),
        person,
        identity: await epochs.sealNow(Buffer.alloc(0), `identity:${txId}`, now),
        startedAt: at,
      },
      draftUntil: until,
    },
    {
      step: 'accept-delivery',
      txId,
      delivery: await epochs.sealNow(Buffer.from(JSON.stringify(delivery)), `delivery:${txId}`, now),
      at,
      until,
    },
    // Nobody comes back in a browser: the code was the person's word.
    { step: 'record-return', txId, code: 200, at },
    { step: 'open-case', row: opened },
    {
      step: 'record-transfer',
      record: { at, event: 330, txId, service: serviceId, counterpart: 'platform', person, ok: true, detail: clerk.id },
    },
    recordAction(clerk, { verb: 'open-case', object: caseObject(row, clerk), office: clerk.office }, now),
  ]);
  if (!result.ok) throw countyError('platform-away');
  return row;
}

function decrypted({ client }: CountyService, text: string): string | undefined {
  try {
    return client && decryptField(client, text);
  } catch {
    return undefined;
  }
}

const record = async (county: County, clerk: Clerk, verb: string, object: string): Promise<void> =>
  void (await county.storage.commit([
    recordAction(
      clerk,
      { verb, object: `${object} ${clerk.agency} ${clerk.counter}`, office: clerk.office },
      county.clock.now(),
    ),
  ]));

const attemptOf = ({ sessionHash, deskId }: Clerk): string => `${sessionHash} ${deskId}`;
const sealAttempt = ({ seals }: County, clerk: Clerk, attempt: Attempt): string =>
  seals.sealJson('attempt', attemptOf(clerk), attempt).toString('base64url');

/** @throws 404 `attempt-unknown`: another session's, another desk's, or none */
async function openAttempt(
  county: County,
  clerk: Clerk,
  text: unknown,
): Promise<{ readonly service: CountyService; readonly attempt: string }> {
  try {
    const sealed = Buffer.from(typeof text === 'string' ? text.slice(0, 4096) : '', 'base64url');
    const opened = county.seals.openJson<Attempt>('attempt', attemptOf(clerk), sealed);
    const service = (await deskServices(county, clerk)).find((one) => one.service.id === opened.service);
    if (service) return { service, attempt: opened.attempt };
  } catch {
    // Below.
  }
  throw countyError('attempt-unknown');
}
