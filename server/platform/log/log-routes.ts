/**
 * `POST /log/sp`, `/log/dp`: usage records that the two provider kinds report (手冊 附件一 六-(一)), told apart by their shape
 * from the questions of the interface (`usage.ts`). What became of them, and of our own, is public: `transparency.ts`.
 */
import type { Context, Hono } from 'hono';
import { readBasic, type BasicCredentials } from '../../http/basic-auth.ts';
import type { Platform } from '../platform.ts';
import { isClientSecret } from '../registry/client-keys.ts';
import { isProvider } from '../delivery/introspect.ts';
import type { TransferEvent, Transaction } from '../storage.ts';
import { transparencyRoutes } from './routes.ts';
import { answerUsage, isUsageQuestion } from './usage-routes.ts';

interface Report {
  readonly tx_id: string;
  readonly event: number;
  readonly ok: boolean;
  readonly resource_id?: string;
}

/**
 * All below `/log`: the reports and questions of the two provider kinds, and what is public. Reports need Basic with
 * the caller's own id and secret (401); of another's transaction they get 404.
 */
export function logRoutes(app: Hono, platform: Platform): void {
  const { storage, clock, clients } = platform;
  transparencyRoutes(app, platform);

  app.post('/log/sp', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    if (isUsageQuestion(body)) return answerUsage(platform, c, 'sp', body);
    const caller = readBasic(c.req.header('authorization'));
    const client = caller && (await clients.find(caller.name));
    if (!caller || !client || !isClientSecret(client, caller.secret)) return refused(c);
    return record(c, body, 'sp', (transaction) => transaction.clientId === client.clientId);
  });

  app.post('/log/dp', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    if (isUsageQuestion(body)) return answerUsage(platform, c, 'dp', body);
    const caller: BasicCredentials | undefined = readBasic(c.req.header('authorization'));
    if (!caller || !(await isProvider(platform, caller))) return refused(c);
    return record(c, body, 'dp', (transaction) => transaction.resources.includes(caller.name), caller.name);
  });

  /** Each may report of its own transactions only; another's looks like none. */
  async function record(
    c: Context,
    body: unknown,
    source: TransferEvent['source'],
    isOwn: (transaction: Transaction) => boolean,
    resourceId?: string,
  ): Promise<Response> {
    const report = readReport(body);
    if (!report) return c.body(null, 400);
    const transaction = await storage.transaction(report.tx_id);
    // Where nobody proved who they are there is nothing to report: each record is an entry of the log, which stays.
    if (transaction?.personHash === undefined || !isOwn(transaction)) return c.body(null, 404);
    const row = {
      txId: report.tx_id,
      at: clock.now(),
      number: report.event,
      source,
      ok: report.ok,
      resourceId: resourceId ?? report.resource_id,
    };
    await storage.commit([{ step: 'record-event', event: row }]);
    return c.body(null, 204);
  }
}

const refused = (c: Context): Response => c.body(null, 401, { 'www-authenticate': 'Basic realm="log"' });

function readReport(value: unknown): Report | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { tx_id, event, ok = true, resource_id } = value as Record<string, unknown>;
  const good =
    typeof tx_id === 'string' &&
    typeof event === 'number' &&
    Number.isInteger(event) &&
    event >= 100 &&
    event <= 999 &&
    typeof ok === 'boolean' &&
    (resource_id === undefined || (typeof resource_id === 'string' && /^API\.\w{1,32}$/.test(resource_id)));
  return good ? ({ tx_id, event, ok, resource_id } as Report) : undefined;
}
