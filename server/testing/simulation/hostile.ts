/** Callers who mean ill, each a burst. What they get that they should not have is a gain; that they are refused is as it should be. */
import { randomUUID } from 'node:crypto';
import type { SandboxResident } from '../../sandbox/resident.ts';
import type { Doing } from './agenda.ts';
import { urls } from './parties.ts';
import { nationalIdOf } from './people.ts';
import type { Random } from './random.ts';
import { api, secretsOf, type Known } from './resident.ts';
import { staffMembers } from './staff.ts';
import { formOf, Visitor, type World } from './visitor.ts';

export interface Ill {
  readonly world: World;
  readonly random: Random;
  readonly people: readonly SandboxResident[];
  readonly known: Known;
}

/** A browser without cookies, at an address of theirs. */
const stranger = ({ world }: Ill, kind: string, address: string): Visitor =>
  new Visitor(world, `hostile: ${kind}`, address, false);

const somewhere = ({ random }: Ill): string => `45.${random.whole(0, 255)}.${random.whole(0, 255)}.9`;
/** In the /24 of a home: a neighbour. */
const nextDoor = ({ random, people }: Ill): string => `203.0.${random.whole(0, people.length - 1) % 250}.200`;

async function guess(ill: Ill, kind: string, address: string, secrets: Readonly<Record<string, string>>) {
  const visitor = stranger(ill, kind, address);
  const door = await visitor.open(`${urls.platform}/me/sign-in?method=nhi-card`);
  const page = await visitor.submit(door, 'sign-in', { ...secrets, nhiPassword: `guess-${ill.random.whole(0, 9999)}` });
  if (formOf(page, 'sign-out')) ill.world.tally.gained(visitor.actor, 'POST /me/sign-in', 'signed in as somebody');
}

type Burst = (ill: Ill, kind: string) => Doing;

const bursts: { readonly [kind: string]: Burst } = {
  async *'guesses at one, from one address'(ill, kind) {
    const [address, secrets] = [somewhere(ill), secretsOf(ill.random.pick(ill.people))];
    for (let no = 0; no < 60; no += 1, yield 2_000) await guess(ill, kind, address, secrets);
  },
  async *'guesses at one, from many'(ill, kind) {
    const secrets = secretsOf(ill.random.pick(ill.people));
    for (let no = 0; no < 150; no += 1, yield 20_000) await guess(ill, kind, somewhere(ill), secrets);
  },
  async *'one guess at each of many'(ill, kind) {
    const address = nextDoor(ill);
    for (let no = 0; no < 120; no += 1, yield 1_000)
      await guess(ill, kind, address, { ...secretsOf(ill.random.pick(ill.people)), nationalId: nationalIdOf(no) });
  },
  async *'passwords of staff'(ill, kind) {
    const victim = ill.random.pick(staffMembers);
    for (let no = 0; no < 14; no += 1, yield 5_000) {
      const visitor = stranger(ill, kind, `45.9.${no % 2}.9`);
      const door = await visitor.open(victim.signIn);
      const page = await visitor.submit(door, 'sign-in', { login: victim.login, password: `x${no}`, code: '000000' });
      if (!formOf(page, 'sign-in')) ill.world.tally.gained(visitor.actor, victim.signIn, `as ${victim.login}`);
    }
  },
  async *drafts(ill, kind) {
    const address = nextDoor(ill);
    for (let no = 0; no < 400; no += 1, yield 500)
      await stranger(ill, kind, address).json('PUT', `${api}/draft`, {
        answers: { hospital: 'x'.repeat(100) },
        claims: {},
        revision: 0,
      });
  },
  async *files(ill, kind) {
    const address = somewhere(ill);
    for (let no = 0; no < 300; no += 1, yield 500) {
      const body = new FormData();
      body.set('file', new File([`%PDF-1.4\n${'x'.repeat(1900)}`], 'x.pdf', { type: 'application/pdf' }));
      await stranger(ill, kind, address).send(`${api}/draft/files?field=proof`, {
        method: 'POST',
        body,
        headers: { 'x-mydata-request': '1', origin: urls.county },
      });
    }
  },
  async *arrivals(ill, kind) {
    const address = nextDoor(ill);
    const resources = Buffer.from('API.7QovE2Gev6').toString('base64');
    const at = `${urls.platform}/service/${ill.world.parties.clientId}/${resources}`;
    for (let no = 0; no < 900; no += 1, yield 100)
      await stranger(ill, kind, address).send(
        `${at}/${randomUUID()}?returnUrl=${encodeURIComponent(`${urls.county}/mydata/return/test-relief`)}`,
      );
  },
  async *'bad news'(ill, kind) {
    const visitor = stranger(ill, kind, somewhere(ill));
    for (let no = 0; no < 60; no += 1, yield 10_000) {
      const tx_id = ill.known.txIds.at(-1 - (no % 5)) ?? randomUUID();
      const answer = await visitor.send(`${urls.county}/mydata/sp-api/test-relief`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ tx_id, unable_to_deliver: ['API.7QovE2Gev6'], ...(no % 2 && { apiKey: `k${no}` }) }),
      });
      if (answer.ok) ill.world.tally.gained(visitor.actor, 'POST /mydata/sp-api', 'believed');
    }
  },
  async *progress(ill, kind) {
    const applicationNo = ill.random.pick(ill.known.applications)?.number ?? 'CY-1151123-00001';
    for (let no = 0; no < 80; no += 1, yield 3_000) {
      const visitor = stranger(ill, kind, `45.8.${no % 6}.9`);
      const answer = await visitor.json('POST', `${urls.county}/api/progress`, {
        applicationNo,
        nationalId: nationalIdOf(800 + no),
      });
      if (answer.ok) ill.world.tally.gained(visitor.actor, 'POST /api/progress', 'found');
    }
  },
  async *barcodes(ill, kind) {
    const visitor = stranger(ill, kind, somewhere(ill));
    for (let no = 0; no < 300; no += 1, yield 200) {
      const secret = Buffer.from(`${ill.world.parties.clientId}:guess${no}`).toString('base64');
      const answer = await visitor.send(`${urls.platform}/service/counter/present`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Basic ${secret}` },
        body: JSON.stringify({ serial: 'k7m2qx94', desk: { id: 'd', agency: 'a', counter: '3', clerk: 'c' } }),
      });
      if (answer.ok) ill.world.tally.gained(visitor.actor, 'POST present', 'taken');
    }
  },
};

export const kinds: readonly string[] = Object.keys(bursts);

export const burst = (ill: Ill, kind: string): Doing => bursts[kind]!(ill, kind);
