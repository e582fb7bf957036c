/**
 * `POST /log/sp`, `/log/dp` as questions (interface, section 1): the usage records of one service or one dataset, between two
 * days of Taipei, both included. One source shows them, with no word of how the caller proves who it is: here by Basic, or
 * from an address that is registered; where none is, in the test environment alone, by nothing.
 */
import type { Context } from 'hono';
import { dayBegins, localInTaiwan } from '#schemas/taiwan/calendar.ts';
import { callerAddress } from '../../http/caller-address.ts';
import { readBasic } from '../../http/basic-auth.ts';
import type { Platform } from '../platform.ts';
import { isClientSecret } from '../registry/client-keys.ts';
import { isProvider } from '../delivery/introspect.ts';
import { mayCall } from '../delivery/ticket-for.ts';
import type { UsageQuestion } from '../storage.ts';

const day = 24 * 60 * 60_000;
const mostRows = 10_000;
const mostNamed = 500;

type Json = Readonly<Record<string, unknown>>;

/** Otherwise it reports, of one transaction and one event, or is nothing. */
export function isUsageQuestion(body: unknown): body is Json {
  if (typeof body !== 'object' || body === null) return false;
  const { tx_id, event, stime, etime } = body as Json;
  return stime !== undefined || etime !== undefined || typeof tx_id !== 'string' || typeof event !== 'number';
}

/**
 * → the records, oldest first, 10,000 at most, times in Taipei (`YYYY-MM-DD HH:mm:ss`), `ip` empty; 400 unreadable, 401
 * not allowed, 403 no such id. Reads only.
 */
export async function answerUsage(platform: Platform, c: Context, kind: 'sp' | 'dp', body: Json): Promise<Response> {
  const asked = readQuestion(body, kind);
  if (!asked) return c.body(null, 400);
  const [idName, rowName] = kind === 'sp' ? ['client_id', 'tx_id'] : ['resource_id', 'transaction_uid'];
  const id = body[idName];
  if (typeof id !== 'string' || !id) return c.body(null, 403);
  const allowed = await (kind === 'sp' ? mayAskAsService : mayAskAsProvider)(platform, c, id);
  if (allowed !== 200) return c.body(null, allowed);
  const rows = await platform.storage.usage({
    ...asked,
    of: kind === 'sp' ? { clientId: id } : { resourceId: id },
    limit: mostRows,
  });
  return c.json({
    [idName]: id,
    data: rows.map((row) => ({
      [rowName]: (kind === 'sp' ? row.txId : row.transactionUid) ?? '',
      ...(kind === 'sp' && { resource_id: row.resourceId ?? '' }),
      ctime: localInTaiwan(row.at).replace('T', ' '),
      event: row.number,
      // Kept by nobody here.
      ip: '',
    })),
  });
}

async function mayAskAsService(platform: Platform, c: Context, clientId: string): Promise<200 | 401 | 403> {
  const { clients, config } = platform;
  const client = await clients.find(clientId);
  if (!client) return 403;
  const basic = readBasic(c.req.header('authorization'));
  if (basic) return basic.name === clientId && isClientSecret(client, basic.secret) ? 200 : 401;
  const open = client.addresses.length > 0 || config.environment === 'test';
  return open && mayCall(client, callerAddress(c, config.proxies)) ? 200 : 401;
}

async function mayAskAsProvider(platform: Platform, c: Context, resourceId: string): Promise<200 | 401 | 403> {
  if (!platform.datasets.has(resourceId)) return 403;
  const basic = readBasic(c.req.header('authorization'));
  if (basic) return basic.name === resourceId && (await isProvider(platform, basic)) ? 200 : 401;
  return platform.config.environment === 'test' ? 200 : 401;
}

function readQuestion(body: Json, kind: 'sp' | 'dp'): Omit<UsageQuestion, 'of' | 'limit'> | undefined {
  const [from, last] = [readDay(body['stime']), readDay(body['etime'])];
  const named = readList(body[kind === 'sp' ? 'tx_id' : 'transaction_uid']);
  const events = readList(body['event']);
  if (!from || !last || named === 'bad' || events === 'bad') return undefined;
  const numbers = events?.map(Number);
  if (numbers?.some((number) => !Number.isInteger(number))) return undefined;
  return {
    from,
    before: new Date(last.getTime() + day),
    ...(named && { [kind === 'sp' ? 'txIds' : 'transactionUids']: named.map(String) }),
    ...(numbers && { numbers }),
  };
}

const readDay = (value: unknown): Date | undefined => (typeof value === 'string' ? dayBegins(value) : undefined);

/** Absent and empty mean all. */
function readList(value: unknown): readonly (string | number)[] | 'bad' | undefined {
  if (value === undefined || value === null) return undefined;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const good = list.length <= mostNamed && list.every((one) => typeof one === 'string' || typeof one === 'number');
  if (!good) return 'bad';
  return list.length ? (list as readonly (string | number)[]) : undefined;
}
