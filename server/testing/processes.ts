/**
 * Each party in a process of its own, as an operator starts them, over a data folder that outlives them: for tests that kill
 * one and start it again. Between everybody and the platform stands a door that a test can shut for one kind of answer.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request as forward, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { Service } from '#schemas/services/types.ts';
import { freePorts } from './free-ports.ts';

const root = join(import.meta.dirname, '..', '..');

type Name = 'provider' | 'county' | 'platform';

export interface Processes {
  readonly urls: Readonly<Record<Name, string>>;
  /** Ready when it answers. */
  start(name: Name): Promise<void>;
  signal(name: Name, signal: NodeJS.Signals): void;
  /** → exit code, or the signal that ended it */
  ended(name: Name): Promise<number | string>;
  /** The platform's next answer to `GET /service/data` is cut off when it is there. → resolves then */
  cutNextPackage(): Promise<void>;
  close(): Promise<void>;
}

export async function processes(
  services: readonly { readonly service: Service; readonly form: FormDefinition }[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Processes> {
  const folder = await mkdtemp(join(tmpdir(), 'processes-'));
  for (const { service, form } of services) {
    await mkdir(join(folder, 'services', service.id), { recursive: true });
    await writeFile(join(folder, 'services', service.id, 'service.json'), JSON.stringify(service));
    await writeFile(join(folder, 'services', service.id, 'form.json'), JSON.stringify(form));
  }
  const [provider, county, platform] = (await freePorts(3)) as [number, number, number];
  const gate = await door(platform);
  const urls = {
    provider: `http://localhost:${provider}`,
    county: `http://localhost:${county}`,
    platform: `http://localhost:${gate.port}`,
  };
  const env = {
    PATH: process.env['PATH'],
    MYDATA_DATA: join(folder, 'data'),
    MYDATA_SERVICES: join(folder, 'services'),
    MYDATA_MINUTE_SECONDS: '0',
    MYDATA_LOG: 'error',
    MYDATA_PROVIDER_PORT: String(provider),
    MYDATA_COUNTY_PORT: String(county),
    MYDATA_PLATFORM_PORT: String(platform),
    MYDATA_PLATFORM_URL: urls.platform,
    ...settings,
  };
  const running = new Map<Name, ChildProcess>();
  const must = (name: Name): ChildProcess => {
    const child = running.get(name);
    if (!child) throw new Error(`${name} was not started`);
    return child;
  };
  const ended = async (child: ChildProcess): Promise<number | string> => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode ?? child.signalCode ?? '';
  };

  return {
    urls,
    async start(name) {
      const child = spawn(process.execPath, ['dist/server/server/main.js', name], {
        cwd: root,
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      running.set(name, child);
      await new Promise<void>((ready, fail) => {
        let said = '';
        child.stdout.on('data', (part) => {
          said += String(part);
          if (said.includes('\nready')) ready();
        });
        child.once('exit', () => fail(new Error(`${name} ended: ${said}`)));
      });
    },
    signal: (name, signal) => void must(name).kill(signal),
    ended: (name) => ended(must(name)),
    cutNextPackage: () => gate.cutNextPackage(),
    async close() {
      for (const child of running.values()) child.kill('SIGKILL');
      await Promise.all([...running.values()].map(ended));
      gate.server.closeAllConnections();
      gate.server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Door {
  readonly server: Server;
  readonly port: number;
  cutNextPackage(): Promise<void>;
}

async function door(to: number): Promise<Door> {
  let cut: (() => void) | undefined;
  const server = createServer((request, response) => {
    const { method, url: path, headers } = request;
    const further = forward({ host: '127.0.0.1', port: to, method, path, headers }, (answer) => {
      if (cut && method === 'GET' && path === '/service/data' && answer.statusCode === 200) {
        // It has left the platform, and never arrives.
        answer.resume().on('end', cut);
        cut = undefined;
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    further.on('error', () => response.destroy());
    request.pipe(further);
    response.on('close', () => further.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, ready));
  const { port } = server.address() as AddressInfo;
  return { server, port, cutNextPackage: () => new Promise((done) => (cut = done)) };
}
