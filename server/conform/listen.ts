/** A small HTTP server of the kit's own, for whom the checked party calls. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CannotRun } from './check.ts';

export interface Heard {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** `performance.now()` */
  readonly at: number;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

const mostBytes = 1024 * 1024;

/** @throws CannotRun where the port is taken. @param flag that names the port */
export async function listen(
  port: number,
  flag: string,
  answer: (heard: Heard) => Promise<Reply> | Reply,
): Promise<Listening> {
  const server = createServer((request, response) => {
    read(request)
      .then((body) =>
        answer({
          method: request.method ?? 'GET',
          url: new URL(request.url ?? '/', 'http://kit'),
          headers: request.headers,
          body,
          at: performance.now(),
        }),
      )
      .catch((): Reply => ({ status: 500 }))
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
      .catch(() => response.destroy());
  });
  await new Promise<void>((ready, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        new CannotRun(
          {
            'zh-Hant': `無法在連接埠 ${port} 等候(${error.code})`,
            en: `cannot listen at port ${port} (${error.code})`,
          },
          flag,
        ),
      ),
    );
    server.listen(port, ready);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let had = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    had += part.length;
    if (had > mostBytes) throw new RangeError('too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** → the first value, where there are several; `name` in small letters, as Node keeps them */
export const header = ({ headers }: Pick<Heard, 'headers'>, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};
