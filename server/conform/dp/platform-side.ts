/** The platform as a data provider sees it: tokens, whether they are active, and the person behind each. */
import { randomBytes } from 'node:crypto';
import { readBasic, readBearer } from '../../http/basic-auth.ts';
import { listen, type Heard, type Reply } from '../listen.ts';

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

  const introspect = ({ headers, body }: Heard): Reply => {
    if (body.length > mostBody) throw new RangeError('too large');
    const given = readBasic(headers.authorization);
    const basic = !given ? 'none' : given.name === resource && given.secret === secret ? 'right' : 'wrong';
    const text = new URLSearchParams(body).get('token') ?? '';
    const token = tokens.get(text);
    const form = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
    if (!token) strangers += 1;
    token?.introspected.push({ basic, form });
    if (token?.breaks) return { status: 500 };
    return basic === 'right' && form && token?.active
      ? json({ active: true, verification: 'CER' })
      : json({ active: false });
  };

  const userInfo = ({ headers }: Heard): Reply => {
    const token = tokens.get(readBearer(headers.authorization) ?? '');
    if (!token?.active) return { status: 401 };
    token.personAsked += 1;
    return json({
      sub: token.text.slice(-16),
      cn: '測試人',
      uid: token.nationalId,
      uid_verified: token.verified,
      birthdate: '1980-01-01',
      gender: 'F',
      email: 'test@example.test',
      account: 'test',
    });
  };

  const server = await listen(port, 'port', (heard) => {
    asked = true;
    const { method, url } = heard;
    if (method === 'POST' && url.pathname === '/connect/introspect') return introspect(heard);
    if (method === 'GET' && url.pathname === '/connect/userinfo') return userInfo(heard);
    return { status: 404 };
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
    address: `http://localhost:${server.port}`,
    close: () => server.close(),
  };
}

const mostBody = 64 * 1024;

const json = (said: object): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=UTF-8' },
  body: JSON.stringify(said),
});
