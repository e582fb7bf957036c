/** The platform as a data provider sees it: tokens, whether they are active, and the person behind each. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBasic, readBearer } from '../../http/basic-auth.ts';
import { CannotRun } from '../check.ts';

export interface Token {
  readonly text: string;
  readonly nationalId: string;
  /** What introspection says; changed by a check to let it end. */
  active: boolean;
  /** As userinfo says it. */
  readonly verified: unknown;
  /** Introspection breaks down over it. */
  readonly breaks?: boolean;
  /** What was asked about it. */
  readonly introspected: { readonly basic: 'right' | 'wrong' | 'none'; readonly form: boolean }[];
  personAsked: number;
}

export interface PlatformSide {
  issue(nationalId: string, more?: Partial<Pick<Token, 'active' | 'verified' | 'breaks'>>): Token;
  /** Introspections of tokens that were never issued. */
  strangers(): number;
  /** Whether anything at all was asked. */
  wasAsked(): boolean;
  readonly address: string;
  close(): Promise<void>;
}

export interface Secret {
  readonly resource: string;
  readonly secret: string;
}

/** @throws CannotRun where the port is taken */
export async function openPlatformSide(port: number, { resource, secret }: Secret): Promise<PlatformSide> {
  const tokens = new Map<string, Token>();
  let strangers = 0;
  let asked = false;

  const introspect = async (request: IncomingMessage): Promise<Reply> => {
    const body = await read(request);
    const given = readBasic(request.headers.authorization);
    const basic = !given ? 'none' : given.name === resource && given.secret === secret ? 'right' : 'wrong';
    const text = new URLSearchParams(body).get('token') ?? '';
    const token = tokens.get(text);
    const form = /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '');
    if (!token) strangers += 1;
    token?.introspected.push({ basic, form });
    if (token?.breaks) return { status: 500 };
    return basic === 'right' && form && token?.active
      ? { status: 200, json: { active: true, verification: 'CER' } }
      : { status: 200, json: { active: false } };
  };

  const userInfo = (request: IncomingMessage): Reply => {
    const token = tokens.get(readBearer(request.headers.authorization) ?? '');
    if (!token?.active) return { status: 401 };
    token.personAsked += 1;
    return {
      status: 200,
      json: {
        sub: token.text.slice(-16),
        cn: '測試人',
        uid: token.nationalId,
        uid_verified: token.verified,
        birthdate: '1980-01-01',
        gender: 'F',
        email: 'test@example.test',
        account: 'test',
      },
    };
  };

  const server = createServer((request, response) => {
    asked = true;
    const path = (request.url ?? '').split('?')[0];
    const answer =
      request.method === 'POST' && path === '/connect/introspect'
        ? introspect(request)
        : request.method === 'GET' && path === '/connect/userinfo'
          ? Promise.resolve(userInfo(request))
          : Promise.resolve<Reply>({ status: 404 });
    answer.then((reply) => send(response, reply)).catch(() => response.destroy());
  });
  await new Promise<void>((ready, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        new CannotRun(
          {
            'zh-Hant': `無法在連接埠 ${port} 等候（${error.code}）`,
            en: `cannot listen at port ${port} (${error.code})`,
          },
          'port',
        ),
      ),
    );
    server.listen(port, ready);
  });
  return {
    issue(nationalId, more = {}) {
      const token: Token = {
        text: `test::${randomBytes(32).toString('hex')}`,
        nationalId,
        active: true,
        verified: 'True',
        introspected: [],
        personAsked: 0,
        ...more,
      };
      tokens.set(token.text, token);
      return token;
    },
    strangers: () => strangers,
    wasAsked: () => asked,
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

interface Reply {
  readonly status: number;
  readonly json?: object;
}

function send(response: ServerResponse, { status, json }: Reply): void {
  if (!json) return void response.writeHead(status).end();
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(json));
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += part;
    if (text.length > 64 * 1024) throw new RangeError('too large');
  }
  return text;
}
