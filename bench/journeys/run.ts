/** Whole journeys per second against one server process that holds all three parties, and cryptography's share of it. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journey, type Addresses, type BenchResident } from './journey.ts';
import { cryptoShare } from './profile.ts';

export interface JourneyFigures {
  readonly journeys: number;
  readonly parallel: number;
  readonly perSecond: number;
  readonly medianMs: number;
  /** Of the server's main thread while it was busy, as sampled by V8; thread-pool work is not in it. */
  readonly cryptoShare: number;
  readonly mainThreadMsPerJourney: number;
}

const root = new URL('../../', import.meta.url).pathname;
const ports = { PLATFORM: 8791, COUNTY: 8792, PROVIDER: 8793 };
export const addresses: Addresses = {
  platform: `http://localhost:${ports.PLATFORM}`,
  county: `http://localhost:${ports.COUNTY}`,
};

async function startServer(folder: string, profile: boolean): Promise<() => Promise<void>> {
  const server = spawn(
    process.execPath,
    [...(profile ? ['--cpu-prof', `--cpu-prof-dir=${join(folder, 'profile')}`] : []), 'dist/server/server/main.js'],
    {
      cwd: root,
      env: {
        ...process.env,
        MYDATA_DATA: folder,
        ...Object.fromEntries(Object.entries(ports).map(([party, port]) => [`MYDATA_${party}_PORT`, String(port)])),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise<void>((done, fail) => {
    server.stdout.on('data', (chunk: Buffer) => /^ready$/m.test(chunk.toString()) && done());
    server.once('close', (status) => fail(new Error(`the server ended with ${status}`)));
  });
  return async () => {
    server.removeAllListeners('close');
    const ended = new Promise((done) => server.once('close', done));
    server.kill('SIGTERM');
    await ended;
  };
}

async function drive(
  residents: readonly BenchResident[],
  count: number,
  parallel: number,
): Promise<{ seconds: number; times: number[] }> {
  const times: number[] = [];
  let next = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      while (next < count) {
        const resident = residents[next++ % residents.length]!;
        const start = performance.now();
        await journey(addresses, resident);
        times.push(performance.now() - start);
      }
    }),
  );
  return { seconds: (performance.now() - begin) / 1000, times };
}

export async function benchJourneys(count: number, parallel: number): Promise<JourneyFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'mydata-bench-'));
  try {
    const speed = await withServer(folder, false, (residents) => drive(residents, count, parallel));
    await withServer(folder, true, (residents) => drive(residents, count, parallel));
    const [file] = await readdir(join(folder, 'profile'));
    const { busyMs, cryptoMs } = cryptoShare(await readFile(join(folder, 'profile', file!), 'utf8'));
    return {
      journeys: count,
      parallel,
      perSecond: count / speed.seconds,
      medianMs: [...speed.times].sort((a, b) => a - b)[Math.floor(speed.times.length / 2)]!,
      cryptoShare: cryptoMs / busyMs,
      mainThreadMsPerJourney: busyMs / count,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withServer<T>(
  folder: string,
  profile: boolean,
  work: (residents: readonly BenchResident[]) => Promise<T>,
): Promise<T> {
  const stop = await startServer(folder, profile);
  try {
    const all = (await (await fetch(`${addresses.platform}/sandbox/residents`)).json()) as BenchResident[];
    const residents = all.filter(({ slug }) => ['chen-hsiao-ling', 'lin-chih-yuan'].includes(slug));
    await drive(residents, 4, 2);
    return await work(residents);
  } finally {
    await stop();
  }
}

/** One server process with all three parties, that lasts as long as the work. */
export async function served<T>(work: (residents: readonly BenchResident[]) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mydata-bench-'));
  try {
    return await withServer(folder, false, work);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
