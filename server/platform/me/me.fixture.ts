/** A resident in front of their own area, for tests: signs in, chooses, agrees. */
import assert from 'node:assert/strict';
import {
  Browser,
  household,
  innerZip,
  lowIncome,
  residents,
  vehicle,
  world,
  type Page,
  type World,
} from '../app.fixture.ts';
import { compactRocDate } from '#schemas/taiwan/roc-date.ts';

export const marker = 'MARKER-OF-A-PERSON';

export const householdPayload = {
  personHouseholdData12: { person_id: 'A123456789', person_name: marker, birth_yyymmdd: '0690101' },
};

export async function ready(options?: Parameters<typeof world>[0]): Promise<{ made: World; browser: Resident }> {
  const made = await world(options);
  made.dp[household] = { status: 200, body: innerZip(householdPayload) };
  made.dp[vehicle] = { status: 200, body: innerZip({ plateNo: 'ABC-1234', ownerId: 'A123456789' }) };
  made.dp[lowIncome] = { status: 204 };
  return { made, browser: new Resident(made) };
}

export class Resident extends Browser {
  readonly #world: World;
  constructor(made: World, address?: string) {
    super(made.app, address);
    this.#world = made;
  }

  /** By citizen certificate, to the page that was asked for. */
  async signIn(who = 'lin', next = '/me'): Promise<Page> {
    const door = await this.open(`/me/sign-in?method=citizen-certificate&next=${encodeURIComponent(next)}`);
    return this.prove(this.#world, door, who, 'sign-in');
  }

  /** What the form of a weaker way wants. */
  secrets(who = 'lin'): Record<string, string> {
    const person = residents.find(({ slug }) => slug === who);
    assert.ok(person);
    return {
      nationalId: person.nationalId,
      birthday: compactRocDate(person.birthDate) ?? '',
      nhiNumber: person.nhi.number,
      nhiPassword: person.nhi.password,
      householdNumber: person.householdNumber,
    };
  }

  async signInWith(method: 'nhi-card' | 'two-document', who = 'lin', next = '/me'): Promise<Page> {
    const door = await this.open(`/me/sign-in?method=${method}&next=${encodeURIComponent(next)}`);
    return this.post(door, 'sign-in', this.secrets(who));
  }

  /** Ticks and goes on. → consent, or whatever comes before it */
  async choose(resources: readonly string[], from?: Page): Promise<Page> {
    const page = from ?? (await this.open('/me/download'));
    const csrf = csrfOf(page);
    const body = new URLSearchParams({ csrf, shown: '', search: '', action: 'next' });
    for (const id of resources) body.append('dataset', id);
    return this.open('/me/download', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  async agree(resources: readonly string[]): Promise<Page> {
    return this.post(await this.choose(resources), 'consent', { decision: 'agree' });
  }
}

export const csrfOf = (page: Page): string => /name="csrf" value="([^"]*)"/.exec(page.text)?.[1] ?? '';

export const idOf = (page: Page): string => /\/me\/download\/([\w-]{22})/.exec(page.path)?.[1] ?? '';

export const titleOf = (page: Page): string => /<h1>([^<]*)<\/h1>/.exec(page.text)?.[1]?.trim() ?? '';
