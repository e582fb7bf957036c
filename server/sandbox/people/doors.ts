/**
 * `PUT|DELETE /sandbox/people` of a party: the platform tells it whom somebody made. Mounted in the test environment only.
 */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HttpError } from '../../http/errors.ts';
import { ResidentFileError } from '../load-residents.ts';
import type { SandboxResident } from '../resident.ts';
import { isOwn, type OwnPeople } from './own-people.ts';
import { listOf } from './share.ts';

export type Heard = (people: readonly SandboxResident[]) => Promise<void>;

/**
 * For anybody, without sign-in. @param heard is told who is there now, with their records, and of who went with none
 * 400 for what is no JSON or no such file, and then nobody is taken; 404 `person-unknown` for people of the kit, too.
 */
export function peopleDoors(people: OwnPeople, heard: Heard): Hono {
  const app = new Hono();
  app.get('/people', (c) => c.json({ people: people.files() }));
  app.put('/people', bodyLimit({ maxSize: 1024 * 1024 }), async (c) => {
    // A form of another site can send no JSON without asking first.
    if (!c.req.header('content-type')?.startsWith('application/json')) throw unreadable('not JSON');
    const put = await putPeople(people, listOf(await c.req.text()));
    await heard(put);
    return c.json({ people: put.map(({ slug }) => slug) });
  });
  app.delete('/people/:slug', async (c) => {
    const gone = isOwn(c.req.param('slug')) ? await people.remove(c.req.param('slug')) : undefined;
    if (!gone) throw unknownPerson();
    await heard([{ ...gone, records: {} }]);
    return c.json({ people: [] });
  });
  return app;
}

/** @throws HttpError with what is wrong */
export async function putPeople(
  people: OwnPeople,
  values: readonly unknown[] | undefined,
): Promise<readonly SandboxResident[]> {
  if (!values) throw unreadable('one file, or a list of at most 50');
  try {
    return await people.put(values);
  } catch (error) {
    if (error instanceof ResidentFileError) throw unreadable(error.message);
    // A record that its dataset cannot read.
    if (error instanceof Error && error.name === 'NormaliseError') throw unreadable(error.message);
    throw error;
  }
}

const unreadable = (problem: string): HttpError =>
  new HttpError(400, 'person-unreadable', {
    'zh-Hant': `這不是可用的測試人物：${problem}。身分證統一編號的性別碼後面必須是 9 或 00，真實的號碼不收。`,
    en: `No test person: ${problem}. Ids carry a 9 or 00 after the sex; real ones are not taken.`,
  });

/** 404 `person-unknown`: those of the kit are nobody's to change. */
export const unknownPerson = (): HttpError =>
  new HttpError(404, 'person-unknown', {
    'zh-Hant': '沒有這個自建的測試人物。',
    en: 'Nobody made such a test person.',
  });
