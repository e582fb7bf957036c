/**
 * `/sandbox/people`: test people that somebody makes, changes and hands on; pages, and the same as JSON. What is taken here is
 * told to the provider and the counties, who answer by it before the page does. Test environment only.
 */
import { randomInt } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { inUse } from '#schemas/datasets/catalogue.ts';
import type { JsonValue } from '#schemas/datasets/types.ts';
import { counties } from '#schemas/taiwan/counties.ts';
import { valueOf } from '#schemas/taiwan/reading.ts';
import { isTownOf } from '#schemas/taiwan/towns.ts';
import { readDateFields } from '../../http/date-fields.ts';
import { HttpError } from '../../http/errors.ts';
import { asOf } from '../../sandbox/generator/dates.ts';
import { Random } from '../../sandbox/generator/random.ts';
import type { factsOf } from '../../sandbox/people/change-facts.ts';
import { changeFacts } from '../../sandbox/people/change-facts.ts';
import { disagreements } from '../../sandbox/people/disagreements.ts';
import { putPeople, unknownPerson } from '../../sandbox/people/doors.ts';
import { choicesOf, disabilities, incomes, makePeople } from '../../sandbox/people/make-people.ts';
import { isOwn, type OwnFile, type OwnPeople } from '../../sandbox/people/own-people.ts';
import { codeOf, listOf, peopleOf } from '../../sandbox/people/share.ts';
import type { Platform } from '../platform.ts';
import { seedResidents } from './seed.ts';
import type { OtherParty } from './move-clocks.ts';
import { tellGone, tellPeople } from './tell-people.ts';
import { acceptView, peopleView, personView, recordView, type Said } from './views/sandbox-people.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * For anybody, in the test environment only; pages, and JSON for the list, a file, and what is put or made. Only
 * numbers that are marked as invented are taken, 400 otherwise; residents that the product brings along are 404 here.
 * @param others provider and counties, told of every change; who did not take it is named in the answer
 */
export function sandboxPeopleRoutes(
  app: Hono,
  platform: Platform,
  { people, others }: { readonly people: OwnPeople; readonly others: readonly OtherParty[] },
): void {
  const { fetch, keys, storage, clock, config } = platform;

  /** → parties that did not take them */
  async function take(
    values: readonly unknown[] | undefined,
  ): Promise<{ made: readonly OwnFile[]; silent: readonly string[] }> {
    const residents = await putPeople(people, values);
    for (const resident of residents) await keys.admit?.(resident);
    await seedResidents({ storage, keys, residents, clock });
    const made = residents.flatMap(({ slug }) => people.file(slug) ?? []);
    return { made, silent: await tellPeople(fetch, others, made) };
  }

  const fileOf = (slug: string): OwnFile => {
    const file = isOwn(slug) ? people.file(slug) : undefined;
    if (!file) throw unknownPerson();
    return file;
  };
  const linkOf = (file: OwnFile): string => `${config.publicUrl}/sandbox/people/accept?code=${codeOf([file])}`;
  const listPage = (c: Context, said?: Said): Response | Promise<Response> =>
    c.html(peopleView(people.files(), c.req.query('county'), said), said?.problem ? 400 : 200);
  const personPage = (c: Context, slug: string, said?: Said): Response | Promise<Response> => {
    const file = fileOf(slug);
    const resident = people.residents.find((one) => one.slug === slug)!;
    const told = disagreements(file);
    return c.html(personView({ file, resident, told, link: linkOf(file) }, said), said?.problem ? 400 : 200);
  };
  /** Said on the page that a form comes back to, not instead of it. */
  const attempt = async (work: () => Promise<Response>, refused: (problem: string) => Response | Promise<Response>) => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof HttpError && error.status === 400) return refused(error.text['zh-Hant']);
      throw error;
    }
  };

  app.get('/sandbox/people', (c) =>
    (c.req.header('accept') ?? '').includes('text/html') ? listPage(c) : c.json({ people: people.files() }),
  );
  app.get('/sandbox/people/accept', (c) => {
    const code = c.req.query('code') ?? '';
    const found = (peopleOf(code) ?? []).flatMap((one) => {
      const { name, nationalId } = (one ?? {}) as Fields;
      return typeof name === 'string' && typeof nationalId === 'string' ? [{ name, nationalId }] : [];
    });
    return found.length
      ? c.html(acceptView(found, code))
      : listPage(c, { problem: '連結裡的代碼不完整，請再複製一次。' });
  });
  app.put('/sandbox/people', async (c) => {
    if (!c.req.header('content-type')?.startsWith('application/json')) throw notJson();
    const { made, silent } = await take(listOf(await c.req.text()));
    return c.json({ people: made.map(({ slug }) => slug), silent });
  });
  app.post('/sandbox/people', async (c) => {
    if (c.req.header('content-type')?.startsWith('application/json')) {
      const choices = choicesOf((await c.req.json<Fields>().catch(() => ({}))) ?? {});
      if (!choices) throw noChoices();
      const { made, silent } = await take(makePeople(freshRandom(), choices, takenIds(people)));
      return c.json({ people: made, silent }, 201);
    }
    const form = await c.req.parseBody();
    return attempt(
      async () => {
        if (form['action'] === 'tell') {
          const silent = people.files().length ? await tellPeople(fetch, others, people.files()) : [];
          return listPage(c, { done: silent.length ? undefined : '各方都收到了。', silent });
        }
        const { made, silent } = await take(valuesOf(form));
        if (silent.length) return personPage(c, made[0]!.slug, { done: '已存入。', silent });
        return c.redirect(`/sandbox/people/${made[0]!.slug}`, 303);
      },
      (problem) => listPage(c, { problem }),
    );
  });

  app.get('/sandbox/people/:file{own-[a-z]+\\.json}', (c) => {
    const file = fileOf(c.req.param('file').slice(0, -5));
    return c.json(file, 200, { 'content-disposition': `attachment; filename="${file.slug}.json"` });
  });
  app.get('/sandbox/people/:slug', (c) => personPage(c, c.req.param('slug')));
  app.post('/sandbox/people/:slug', async (c) => {
    const file = fileOf(c.req.param('slug'));
    const form = await c.req.parseBody();
    if (form['action'] === 'remove') {
      await people.remove(file.slug);
      return listPage(c, { done: `已刪除${file.name}。`, silent: await tellGone(fetch, others, file.slug) });
    }
    return attempt(
      async () => {
        const wish = factsFrom(form, file);
        const { silent } = await take(changeFacts(file, people.household(file), wish));
        return personPage(c, file.slug, { done: '已儲存，各機關的紀錄都跟著改了。', silent });
      },
      (problem) => personPage(c, file.slug, { problem }),
    );
  });

  const datasetOf = (id: string) => {
    const dataset = inUse.get(id);
    if (!dataset) throw unknownPerson();
    return dataset;
  };
  const recordOf = (slug: string, id: string): JsonValue | null | undefined =>
    people.residents.find((one) => one.slug === slug)?.records[id];

  app.get('/sandbox/people/:slug/:resource', (c) => {
    const file = fileOf(c.req.param('slug'));
    const dataset = datasetOf(c.req.param('resource'));
    return c.html(recordView(file, dataset, recordOf(file.slug, dataset.id)));
  });
  app.post('/sandbox/people/:slug/:resource', async (c) => {
    const file = fileOf(c.req.param('slug'));
    const dataset = datasetOf(c.req.param('resource'));
    const { action, record } = await c.req.parseBody();
    const typed = typeof record === 'string' ? record : '';
    return attempt(
      async () => {
        const { [dataset.id]: _, ...rest } = file.records ?? {};
        const records = action === 'facts' ? rest : { ...rest, [dataset.id]: action === 'none' ? null : jsonIn(typed) };
        const { silent } = await take([{ ...file, records }]);
        return personPage(c, file.slug, { done: `已儲存「${dataset.name['zh-Hant']}」。`, silent });
      },
      (problem) => c.html(recordView(file, dataset, recordOf(file.slug, dataset.id), { problem, typed }), 400),
    );
  });

  function valuesOf(form: Fields): readonly unknown[] | undefined {
    if (form['action'] === 'import') {
      const file = String(form['file'] ?? '').trim();
      return listOf(file) ?? peopleOf(/[?&]code=([\w-]+)/.exec(file)?.[1] ?? file);
    }
    const choices = choicesOf(form);
    if (!choices) throw noChoices();
    return makePeople(freshRandom(), choices, takenIds(people));
  }
}

const freshRandom = (): Random => new Random(randomInt(2 ** 31));

/** Of everybody, and of everybody's relatives. */
const takenIds = (people: OwnPeople): ReadonlySet<string> =>
  new Set([
    ...people.residents.map(({ nationalId }) => nationalId),
    ...people.files().flatMap(({ facts }) => [...facts.members, ...(facts.kin ?? [])].map(({ id }) => id)),
  ]);

function jsonIn(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw notJson();
  }
}

function factsFrom(form: Fields, file: OwnFile): ReturnType<typeof factsOf> {
  const said = (name: string): string => (typeof form[name] === 'string' ? form[name].trim().slice(0, 80) : '');
  const county = counties.find((one) => one === said('county'));
  const income = incomes.find((one) => one === said('income'));
  const disability = disabilities.find((one) => one === said('disability'));
  const [name, town, birthDate] = [said('name'), said('town'), valueOf(readDateFields(form, 'birthDate'))];
  if (!name || !county || !income || !disability || !isTownOf(county, town) || birthDate === undefined)
    throw noChoices();
  if (birthDate > asOf && birthDate !== file.birthDate) throw noChoices();
  return {
    name,
    birthDate,
    address: {
      county,
      town,
      village: said('village'),
      neighbourhood: said('neighbourhood'),
      street: said('street'),
    },
    income,
    disability,
    employed: said('employed') === 'yes',
    car: said('car') === 'yes',
    land: said('land') === 'yes',
  };
}

const notJson = (): HttpError =>
  new HttpError(400, 'not-json', { 'zh-Hant': '內容不是 JSON，請檢查括號與引號。', en: 'This is not JSON.' });

const noChoices = (): HttpError =>
  new HttpError(400, 'choices-unreadable', {
    'zh-Hant': `有一項不在可選的範圍：姓名與生日要填，鄉鎮市區要屬於所選的縣市，出生日期不晚於 ${asOf}。`,
    en: `One of the choices is none: name and birthday are needed, the town must be of the county, and nobody is born after ${asOf}.`,
  });
