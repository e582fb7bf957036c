/** A provider for tests: invented keys in memory of the process, a frozen clock, a platform that is a function. */
import type { Hono } from 'hono';
import { createHmac } from 'node:crypto';
import { memoryProviderStorage } from '../adapters/memory/provider.ts';
import { catalogue } from '#schemas/datasets/catalogue.ts';
import { createTestPki, testNow, type TestPki } from '../testing/test-pki.ts';
import { createApp } from './app.ts';
import type { ProviderConfig, ProviderContext } from './context.ts';
import { seed } from './seed.ts';
import type { ProviderStorage } from './storage.ts';

export const household = 'API.7QovE2Gev6';
export const lowIncome = 'API.AbAYGIjoYw';
export const uid = 'A123456789';
export const goodToken = 'good-token';
export const transactionUid = 'a3bb189e-8bf9-4c4e-9e3c-6b6f9a1f0001';

export const payload = {
  httpCode: '200',
  responseData: {
    personHouseholdData12: {
      person_id: uid,
      person_name: '測試人',
      marriage_code: '未婚',
      householdAddress: { from_site_id: '嘉義縣太保市', village: '祥和里' },
    },
  },
};

/** What the platform answers; the default knows one token, for the household dataset. */
interface FakePlatform {
  introspection: (token: string, resourceId: string) => Response | Promise<Response>;
  userinfo: () => Response | Promise<Response>;
}

export interface TestProvider {
  readonly app: Hono;
  readonly storage: ProviderStorage;
  readonly platform: FakePlatform;
  readonly requests: Request[];
  /** All that was logged, as text. */
  readonly logged: string[];
  /** Milliseconds of each pause that was made on purpose. */
  readonly waited: number[];
  readonly pki: TestPki;
  advance(seconds: number): void;
}

export const secretOf = (resourceId: string): string => `secret-of-${resourceId}`;

let sharedPki: Promise<TestPki> | undefined;

export async function testProvider(
  options: Partial<ProviderConfig> & { storage?: ProviderStorage } = {},
  more: Partial<Pick<ProviderContext, 'testClock' | 'closing'>> = {},
): Promise<TestProvider> {
  const pki = await (sharedPki ??= createTestPki());
  const { storage = memoryProviderStorage(), ...config } = options;
  const platform: FakePlatform = {
    introspection: (token, resourceId) =>
      Response.json(
        token === goodToken && resourceId === household ? { active: true, verification: 'CER' } : { active: false },
      ),
    userinfo: () => Response.json({ sub: 's', cn: '測試人', uid, uid_verified: true }),
  };
  const requests: Request[] = [];
  const logged: string[] = [];
  const waited: number[] = [];
  const write = (fields: object, message: string): number => logged.push(`${message} ${JSON.stringify(fields)}`);
  let now = testNow;
  const ctx: ProviderContext = {
    storage,
    ...more,
    clock: { now: () => now },
    keys: {
      caPem: pki.ca.certificate.toString(),
      crlPem: 'no list',
      badSigner: () => ({ privateKey: pki.keys[0], certificateDer: pki.agency.certificate.raw }),
      signerOf: () => ({ privateKey: pki.agency.privateKey, certificateDer: pki.agency.certificate.raw }),
      secretOf,
      personHash: (person) => createHmac('sha256', 'test').update(person).digest('hex'),
    },
    config: {
      urls: { platform: 'http://platform.test', provider: 'http://provider.test' },
      catalogue,
      sandbox: true,
      ...config,
    },
    wait: async (ms) => void waited.push(ms),
    log: { info: write, warn: write, error: write },
    fetch: async (url, init) => {
      const request = new Request(url, init);
      requests.push(request);
      const path = new URL(request.url).pathname;
      if (path === '/connect/userinfo') return platform.userinfo();
      const [resourceId = '', secret] = Buffer.from(request.headers.get('authorization')!.slice(6), 'base64')
        .toString()
        .split(':');
      if (secret !== secretOf(resourceId)) return new Response(null, { status: 401 });
      return platform.introspection(new URLSearchParams(await request.clone().text()).get('token') ?? '', resourceId);
    },
  };
  await seed(storage, [{ slug: 'test', nationalId: uid, records: { [household]: payload, [lowIncome]: null } }]);
  const advance = (seconds: number): void => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  return { app: createApp(ctx), storage, platform, requests, logged, waited, pki, advance };
}

export const callDataset = (
  { app }: Pick<TestProvider, 'app'>,
  headers: Record<string, string> = {},
  resource = household,
  method = 'GET',
): Promise<Response> =>
  Promise.resolve(
    app.request(`/dp/${resource}`, {
      method,
      headers: { authorization: `Bearer ${goodToken}`, transaction_uid: transactionUid, ...headers },
    }),
  );
