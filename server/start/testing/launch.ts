/** The product as an operator starts it: a real process over real folders, for tests of what a start refuses. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePorts } from '../../testing/free-ports.ts';
import { certificatePem, createTestCa } from '../../crypto/x509.ts';

const root = join(import.meta.dirname, '..', '..', '..');

export interface Launched {
  /** False: it ended before. */
  readonly ready: boolean;
  printed(): string;
  /** → exit code or signal */
  end(signal?: NodeJS.Signals): Promise<number | string | null>;
}

type Env = Readonly<Record<string, string>>;

/** @param file e.g. `main.js`, as it is built */
export async function launch(file: string, args: readonly string[], env: Env): Promise<Launched> {
  const child = spawn(process.execPath, [join('dist/server/server', file), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], MYDATA_LOG: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const ready = await new Promise<boolean>((done) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (/^ready$/m.test(printed)) done(true);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => done(false));
  });
  return {
    ready,
    printed: () => printed,
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const [code, by] = await ended;
      return code ?? by;
    },
  };
}

/** Runs a command to its end. */
export async function command(
  file: string,
  args: readonly string[],
  env: Env,
): Promise<readonly [code: unknown, printed: string]> {
  const run = await launch(file, args, env);
  return [await run.end(), run.printed()];
}

/** A county alone, live, with all that it needs in `folder`. */
export async function liveCounty(folder: string): Promise<Env> {
  const day = 24 * 60 * 60 * 1000;
  const times = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + day) };
  const { certificate } = await createTestCa({ ...times, subject: { C: 'TW', CN: 'Government Root Authority' } });
  await writeFile(join(folder, 'ca.pem'), certificatePem(certificate));
  const addresses = ['service', 'consent', 'application', 'manual', 'return'].map(
    (name) => [name, `https://www.county.example/{service}/${name}`] as const,
  );
  await writeFile(join(folder, 'addresses.json'), JSON.stringify(Object.fromEntries(addresses)));
  return {
    MYDATA_ENV: 'live',
    MYDATA_ADDRESSES: join(folder, 'addresses.json'),
    MYDATA_DATA: join(folder, 'data'),
    MYDATA_KEYS: join(folder, 'keys'),
    MYDATA_CA: join(folder, 'ca.pem'),
    MYDATA_PLATFORM_URL: 'https://mydata.invalid',
    MYDATA_COUNTY_URL: 'https://county.example',
    MYDATA_COUNTY_PORT: String((await freePorts(1))[0]),
    MYDATA_SERVICES: 'schemas/services/hualien',
    MYDATA_UNREGISTERED: 'manual',
  };
}
