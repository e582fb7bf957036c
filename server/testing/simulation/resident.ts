/** What an honest resident does, step by step, with time to read between. Whoever mistypes does so once or twice and is then right. */
import { sign } from 'node:crypto';
import type { Answers } from '#schemas/form/answers.ts';
import type { DraftView, SubmitResult } from '#schemas/wire/county-api.ts';
import { compactRocDate } from '#schemas/taiwan/roc-date.ts';
import { household } from '../../county/testing/test-service.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';
import type { Doing } from './agenda.ts';
import { urls } from './parties.ts';
import type { Random } from './random.ts';
import { formOf, type Seen, type Visitor, type World } from './visitor.ts';

export const api = `${urls.county}/api/services/test-relief`;
const typed: Answers = { phone: '0912345678', reason: 'illness', hospital: '朴子醫院', agreed: true };

export interface Person {
  readonly resident: SandboxResident;
  readonly visitor: Visitor;
  readonly random: Random;
  /** How often before it is right. */
  readonly mistakes: number;
}

/** What was handed in, by whoever looks it up later. */
interface Application {
  readonly number: string;
  readonly nationalId: string;
}

/** What lies about of what honest ones did, for whoever means ill: numbers on paper, and what stood in an address bar. */
export interface Known {
  readonly applications: Application[];
  readonly txIds: string[];
}

const read = (random: Random): number => random.whole(5, 60) * 1000;

/** The title of a page, for a report. */
const titleOf = ({ text }: Seen): string => /<h1[^>]*>([^<]*)/.exec(text)?.[1]?.trim() ?? '';
const ended = (page: Seen): string => `ended at ${page.status} 「${titleOf(page)}」`;

export const secretsOf = ({
  nationalId,
  birthDate,
  nhi,
  householdNumber,
}: SandboxResident): Readonly<Record<string, string>> => ({
  nationalId,
  birthday: compactRocDate(birthDate) ?? '',
  nhiNumber: nhi.number,
  nhiPassword: nhi.password,
  householdNumber,
});

/** What may go wrong: a birthday, a password, the number of the household. */
const slips: { readonly [method: string]: Readonly<Record<string, string>> } = {
  'citizen-certificate': { birthday: '0990101' },
  'nhi-card': { nhiPassword: 'Forgotten-1' },
  'two-document': { householdNumber: 'X9999999' },
};

function proofOf({ parties }: World, { slug, ...resident }: SandboxResident, challenge: string) {
  const card = parties.platform.keys.residents.get(slug)!;
  return {
    ...secretsOf({ slug, ...resident }),
    certificate: card.certificatePem,
    signature: sign('sha256', Buffer.from(challenge), card.privateKeyPem).toString('base64'),
  };
}

/** From the identity page on, until it is believed. */
async function* prove(
  world: World,
  { resident, visitor, random, mistakes }: Person,
  { at, action, methods }: { readonly at: string; readonly action: string; readonly methods: readonly string[] },
): AsyncGenerator<number, Seen> {
  const method = random.pick(methods);
  let page = await visitor.open(`${at}?method=${method}`);
  for (let left = mistakes; left >= 0 && formOf(page, action); left -= 1) {
    yield read(random);
    const proof = proofOf(world, resident, formOf(page, action)?.hidden['challenge'] ?? '');
    page = await visitor.submit(page, action, { ...proof, ...(left > 0 && slips[method]) });
  }
  return page;
}

/** To one's own area, a look round, and out again. */
export async function* ownArea(world: World, person: Person): Doing {
  const { visitor, random } = person;
  const page = yield* prove(world, person, {
    at: `${urls.platform}/me/sign-in`,
    action: 'sign-in',
    methods: ['citizen-certificate', 'nhi-card', 'nhi-card', 'two-document'],
  });
  if (!formOf(page, 'sign-out')) return world.tally.lost(visitor.actor, 'POST /me/sign-in', ended(page));
  yield read(random);
  const records = await visitor.open(`${urls.platform}/me/records`);
  yield read(random);
  const out = await visitor.submit(records, 'sign-out');
  if (out.status >= 400) world.tally.lost(visitor.actor, 'POST /me/sign-out', ended(out));
}

const draftOf = async (visitor: Visitor): Promise<DraftView> =>
  (await (await visitor.json('GET', `${api}/draft`)).json()) as DraftView;

/** Begins a form by hand, saves now and then, and leaves it. */
export async function* onlyDraft(world: World, { visitor, random }: Person): Doing {
  let { revision } = await draftOf(visitor);
  for (let left = random.whole(1, 4); left > 0; left -= 1) {
    yield read(random);
    const saved = await visitor.json('PUT', `${api}/draft`, { answers: typed, claims: {}, revision });
    if (!saved.ok) return world.tally.lost(visitor.actor, 'PUT draft', `${saved.status}`);
    ({ revision } = (await saved.json()) as DraftView);
  }
}

/** From the county through the platform and back, handed in, and looked up. */
export async function* wholeWay(world: World, person: Person, known: Known): Doing {
  const { visitor, resident, random } = person;
  const { tally, parties } = world;
  await visitor.json('GET', `${api}/draft`);
  const left = await visitor.json('POST', `${api}/journeys`, { nationalId: resident.nationalId, chosen: [household] });
  if (!left.ok) return tally.lost(visitor.actor, 'POST journeys', `${left.status} ${await left.text()}`);
  const { location } = (await left.json()) as { location: string };
  known.txIds.push(decodeURIComponent(new URL(location).pathname.split('/').at(-1)!));
  let page = await visitor.open(location);
  for (let screens = 0; screens < 300 && new URL(page.url).pathname.startsWith('/journey/'); screens += 1) {
    const screen = page.url.slice(page.url.lastIndexOf('/') + 1);
    if (screen === 'fetching' || screen === 'delivering') {
      await parties.settled();
      yield 2_000;
      page = await visitor.open(page.url);
      continue;
    }
    yield read(random);
    if (screen === 'identity') {
      page = yield* prove(world, person, { at: page.url, action: 'identity', methods: ['citizen-certificate'] });
      if (formOf(page, 'identity')) break;
    } else if (formOf(page, screen))
      page = await visitor.submit(page, screen, {
        ...(screen === 'terms' && { agree: 'yes' }),
        ...(screen === 'consent' && { decision: 'agree' }),
      });
    else break;
  }
  if (new URL(page.url).origin !== urls.county)
    return tally.lost(visitor.actor, `journey ${new URL(page.url).pathname.split('/').at(-1)}`, ended(page));
  yield* handIn(world, person, known);
}

async function* handIn(world: World, person: Person, known: Known): Doing {
  const { visitor, resident, random } = person;
  let draft = await draftOf(visitor);
  for (let looks = 0; looks < 200 && !['filled', 'failed'].includes(draft.transfer.status); looks += 1) {
    await world.parties.settled();
    yield 1_000;
    draft = await draftOf(visitor);
  }
  if (draft.transfer.status !== 'filled')
    return world.tally.lost(visitor.actor, 'GET draft', `transfer ${draft.transfer.status}`);
  yield read(random);
  const official = Object.entries(draft.official).flatMap(([id, { value }]) =>
    value === undefined ? [] : [[id, value] as const],
  );
  const sent = await visitor.json('POST', `${api}/applications`, {
    answers: { ...Object.fromEntries(official), birthDate: resident.birthDate, ...typed },
    claims: {},
    formVersion: draft.formVersion,
    revision: draft.revision,
  });
  if (!sent.ok) return world.tally.lost(visitor.actor, 'POST applications', `${sent.status} ${await sent.text()}`);
  const { applicationNo } = (await sent.json()) as SubmitResult;
  known.applications.push({ number: applicationNo, nationalId: resident.nationalId });
  yield random.whole(1, 120) * 60_000;
  yield* lookUp(world, person, applicationNo);
}

/** Their own application, mistyped as often as the person mistypes. */
async function* lookUp(world: World, { visitor, resident, random, mistakes }: Person, applicationNo: string): Doing {
  for (let left = mistakes; left >= 0; left -= 1) {
    const nationalId = left > 0 ? 'A100000001' : resident.nationalId;
    const answer = await visitor.json('POST', `${urls.county}/api/progress`, { applicationNo, nationalId });
    if (left === 0 && !answer.ok)
      world.tally.lost(visitor.actor, 'POST /api/progress', `${answer.status} ${await answer.text()}`);
    yield read(random);
  }
}
