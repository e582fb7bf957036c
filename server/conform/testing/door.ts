/** Stands before a party, and lets a test change what it answers: a right party is made wrong in one place. */
import { createServer, request as forward } from 'node:http';

interface Passing {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Passed {
  readonly status: number;
  /** As `rawHeaders`. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

export type Change = (passing: Passing, passed: Passed) => Passed;

export interface Door {
  /** undefined: everything passes as it is. */
  change?: Change | undefined;
  close(): Promise<void>;
}

export async function openDoor(port: number, to: number): Promise<Door> {
  const door: Door = {
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  const server = createServer((request, response) => {
    const { method = 'GET', url: path = '/', headers } = request;
    const further = forward({ host: '127.0.0.1', port: to, method, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const whole = { status: answer.statusCode ?? 502, headers: answer.rawHeaders, body: Buffer.concat(parts) };
        const passed = door.change?.({ method, path, headers }, whole) ?? whole;
        const kept = passed.headers.flatMap((text, at) =>
          at % 2 || /^(content-length|transfer-encoding)$/i.test(text) ? [] : [text, passed.headers[at + 1]!],
        );
        response.writeHead(passed.status, kept).end(passed.body);
      });
    });
    further.on('error', () => response.destroy());
    request.pipe(further);
  });
  await new Promise<void>((ready) => server.listen(port, ready));
  return door;
}
