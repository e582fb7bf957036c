/** The platform's side of a counter, as the county knows it: one barcode with one code, and the limits' answers on demand. */
import { randomUUID } from 'node:crypto';
import { encryptField } from '../../protocol/mydata-1/fields.ts';
import type { OuterEntry } from '../../protocol/mydata-1/outer-zip.ts';
import { packOuter } from '../../protocol/mydata-1/outer-zip.ts';
import { newSecretKey, sealPayload } from '../../protocol/mydata-1/payload.ts';
import type { Browser, World } from './county-under-test.ts';
import { householdPayload, personalPayload } from './payloads.ts';
import { household, personal } from './test-service.ts';

export const serial = 'k7m2qx94';
export const code = '20418836';

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export const presentAnswer = () => json({ attempt: 'attempt-of-the-platform', resend_after: 120 });

/** What the platform hands over for the right code, and the package that the ticket fetches. */
export async function handOver(
  world: World,
  entries: readonly OuterEntry[] = both(world),
  more: Readonly<Record<string, unknown>> = {},
  secretKey = newSecretKey(),
): Promise<{ readonly txId: string }> {
  const txId = randomUUID();
  const jwe = await sealPayload({ clientId: world.client.clientId, zip: packOuter(entries), secretKey });
  world.answers.push(
    () =>
      json({
        tx_id: txId,
        permission_ticket: randomUUID(),
        secret_key: encryptField(world.client, secretKey),
        ...more,
      }),
    () => new Response(jwe, { headers: { 'content-type': 'application/jwe' } }),
  );
  return { txId };
}

export const personalEntry = (world: World): OuterEntry => ({
  resourceId: personal,
  resourceName: '個人戶籍資料',
  code: 200,
  zip: world.signed(personalPayload()),
});

export const householdEntry = (world: World): OuterEntry => ({
  resourceId: household,
  resourceName: '現戶全戶戶籍資料',
  code: 200,
  zip: world.signed(householdPayload()),
});

const both = (world: World): readonly OuterEntry[] => [personalEntry(world), householdEntry(world)];

/** Scans and types: → the answer to the code. */
export async function scanAndType(world: World, desk: Browser, typed = code): Promise<Response> {
  world.answers.unshift(presentAnswer);
  const presented = await desk.send('POST', '/api/counter/present', { service: 'test-relief', serial });
  const { attempt } = (await presented.json()) as { attempt: string };
  return desk.send('POST', '/api/counter/code', { attempt, code: typed });
}

/** → id of the open case */
export async function openCase(world: World, desk: Browser, entries?: readonly OuterEntry[]): Promise<string> {
  await handOver(world, entries);
  const answer = await scanAndType(world, desk);
  if (answer.status !== 201) throw new Error(`no case: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { case: string }).case;
}
