/** The form builder's interface under `/api/builder` (`schemas/wire/builder-api.ts`). */
import { createHash } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  GiveBack,
  OfRevision,
  Publish,
  ReadNotices,
  SaveDocument,
  Send,
  SetSchedule,
  type BuilderStaff,
  type DraftOfForm,
} from '#schemas/wire/builder-api.ts';
import { officesFor } from '../access/may.ts';
import { officeFor } from '../access/services.ts';
import type { Verb } from '../access/verbs.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { approveForm, returnForm } from './approve.ts';
import { checkDocument } from './check.ts';
import { named, readDocument, readFormId } from './document.ts';
import { discardForm, draftView, formState, restoreForm, saveForm } from './drafts.ts';
import { FormsError, type FormsErrorCode } from './errors.ts';
import { exportForm, importForm } from './file.ts';
import { keptContent, keptList } from './kept.ts';
import { formList } from './list.ts';
import { liveOf } from './live.ts';
import { mappedSample } from './mapped.ts';
import { newForm } from './new-form.ts';
import { noticesFor, readNotices } from './notices.ts';
import { palette } from './palette.ts';
import { publishForm, scheduleForm } from './publish.ts';
import { residentList } from './residents.ts';
import { reviewOf } from './review.ts';
import { sendForm, withdrawForm } from './send.ts';
import { builderRolesIn, officeLabel, type Designer, type RequireDesigner } from './staff.ts';
import { Validators } from './validator.ts';
import { waitingFor } from './waiting.ts';
import { diffOf, versionDetail, versionSummaries } from './versions.ts';
import { readBody, readJson, type Json } from '../drafts/read-input.ts';

/** A form of many hundred questions with everything that was ever done to it. */
const maxJson = 16 * 1024 * 1024;

const says = (code: FormsErrorCode) => (): FormsError => new FormsError(code);
/** Members that have words of their own. */
const documentWords = {
  document: says('document-shape'),
  history: says('document-shape'),
  restores: says('restored-unknown'),
};
const notesWords = { notes: says('notes-missing') };
const timeWords = { opensAt: says('schedule-times'), closesAt: says('schedule-times') };
const publishWords = { ...notesWords, ...timeWords };

/**
 * Each route asks for a verb of `access/verbs.ts`, and for it at the office that the form belongs to: 403 `staff-role`
 * where the form may only be seen, 404 `form-unknown` where not even that. Browsers keep no answer but the catalogue
 * and validators.
 */
export function builderRoutes(county: County, requireDesigner: RequireDesigner): Hono {
  const api = new Hono();
  const validators = new Validators(county.judge);
  const json = bodyLimit({
    maxSize: maxJson,
    onError: () => {
      throw countyError('body-unreadable');
    },
  });
  const who = (c: Context, verb: Verb = 'see-forms'): Promise<Designer> => requireDesigner(c, verb);
  const id = (c: Context): string => readFormId(c.req.param('form'));
  /** Of a form that the person does not see nothing is said but that there is none. */
  const needForm = (staff: Designer, form: string, verb: Verb = 'see-forms'): Promise<string> =>
    officeFor(county, staff, form, { see: 'see-forms', verb, unseen: () => new FormsError('form-unknown') });
  const atForm = async (c: Context, verb: Verb = 'see-forms'): Promise<Designer> => {
    const staff = await who(c, verb);
    await needForm(staff, id(c), verb);
    return staff;
  };
  /** With the office that it belongs to, and what this person may do there. */
  const placed = async (staff: Designer, draft: DraftOfForm): Promise<DraftOfForm> => {
    const office = await needForm(staff, draft.id);
    return { ...draft, office: officeLabel(staff, office), roles: builderRolesIn(staff, office) };
  };
  const body = async (c: Context): Promise<Json> => readJson(c);

  // Drafts are nobody's business but the staff's.
  api.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });

  api.get('/me', async (c) => {
    const staff = await who(c);
    const offices = officesFor(staff, 'see-forms').map(({ id: office }) => ({
      ...officeLabel(staff, office),
      roles: builderRolesIn(staff, office),
    }));
    return c.json({
      name: staff.name,
      roles: [...new Set(offices.flatMap(({ roles }) => roles))],
      offices,
      environment: county.config.environment,
    } satisfies BuilderStaff);
  });

  api.get('/catalogue', async (c) => {
    await who(c);
    const { text, etag } = paletteText();
    c.header('etag', etag);
    c.header('cache-control', 'private, no-cache');
    if (c.req.header('if-none-match') === etag) return c.body(null, 304);
    return c.body(text, 200, { 'content-type': 'application/json; charset=utf-8' });
  });

  api.get('/forms', async (c) => {
    return c.json({ forms: await formList(county, await who(c)) });
  });
  api.post('/forms', json, async (c) => {
    const staff = await who(c, 'design-forms');
    const input = await body(c);
    if (input.copyOf !== undefined) await needForm(staff, readFormId(input.copyOf));
    return c.json(await placed(staff, await newForm(county, staff, input)), 201);
  });

  api.get('/forms/:form/draft', async (c) => {
    const staff = await atForm(c);
    return c.json(await placed(staff, draftView(county, await formState(county, id(c)))));
  });
  api.put('/forms/:form/draft', json, async (c) => {
    const staff = await atForm(c, 'design-forms');
    return c.json(await saveForm(county, id(c), staff, await readBody(c, SaveDocument, documentWords)));
  });
  api.delete('/forms/:form/draft', json, async (c) => {
    const staff = await atForm(c, 'design-forms');
    await discardForm(county, id(c), staff, (await readBody(c, OfRevision)).revision);
    return c.body(null, 204);
  });

  api.get('/forms/:form/kept', async (c) => {
    await atForm(c);
    return c.json(await keptList(county, id(c)));
  });
  api.get('/forms/:form/kept/:kept', async (c) => {
    await atForm(c);
    return c.json(await keptContent(county, id(c), c.req.param('kept')));
  });

  api.post('/forms/:form/check', async (c) => {
    const staff = await atForm(c);
    const { document, translated, live } = await formState(county, id(c));
    return c.json(await checkDocument(county, staff, document, translated, live?.document));
  });
  api.post('/check', json, async (c) => {
    const staff = await who(c);
    const input = await body(c);
    const given = readDocument(input.document);
    const form = typeof input.form === 'string' ? readFormId(input.form) : given.service.id;
    if (await county.storage.serviceOwner(form)) await needForm(staff, form);
    // Under another id it would be held against another office's registration.
    const document = named(given, form);
    return c.json(await checkDocument(county, staff, document, undefined, liveOf(county, form)?.document));
  });

  api.get('/residents', async (c) => {
    await who(c);
    return c.json({ residents: residentList(county) });
  });
  api.post('/mapped', json, async (c) => {
    await who(c);
    return c.json(mappedSample(county, await body(c)));
  });

  api.post('/validator', json, async (c) => {
    const staff = await who(c);
    const digest = await validators.make((await body(c)).form, staff.id);
    return c.json({ url: `/api/builder/validators/${digest}.js` });
  });
  api.get('/validators/:name{[0-9a-f]{64}\\.js}', async (c) => {
    await who(c);
    return c.body(validators.source(c.req.param('name').slice(0, 64)), 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
    });
  });

  api.post('/forms/:form/sent', json, async (c) => {
    const staff = await atForm(c, 'design-forms');
    return c.json(await sendForm(county, id(c), staff, await readBody(c, Send, notesWords)));
  });
  api.delete('/forms/:form/sent', json, async (c) => {
    const staff = await atForm(c, 'design-forms');
    await withdrawForm(county, id(c), staff, await readBody(c, OfRevision));
    return c.body(null, 204);
  });
  api.get('/forms/:form/review', async (c) => {
    const staff = await atForm(c);
    return c.json(await reviewOf(county, id(c), staff));
  });
  api.get('/approvals', async (c) => {
    const staff = await who(c, 'approve-forms');
    return c.json({ forms: await waitingFor(county, staff, 'approve') });
  });
  api.get('/publications', async (c) => {
    const staff = await who(c, 'publish-forms');
    return c.json({ forms: await waitingFor(county, staff, 'publish') });
  });
  api.get('/notices', async (c) => {
    const staff = await who(c);
    return c.json({ notices: await noticesFor(county, staff) });
  });
  api.post('/notices/read', json, async (c) => {
    const staff = await who(c);
    await readNotices(county, staff, await readBody(c, ReadNotices));
    return c.body(null, 204);
  });
  api.post('/forms/:form/approval', json, async (c) => {
    const staff = await atForm(c, 'approve-forms');
    return c.json(await approveForm(county, id(c), staff, await readBody(c, Send, notesWords)));
  });
  api.delete('/forms/:form/approval', json, async (c) => {
    const staff = await atForm(c, 'approve-forms');
    await returnForm(county, id(c), staff, await readBody(c, GiveBack, notesWords));
    return c.body(null, 204);
  });
  api.post('/forms/:form/publish', json, async (c) => {
    const staff = await atForm(c, 'publish-forms');
    return c.json(await publishForm(county, id(c), staff, await readBody(c, Publish, publishWords)), 201);
  });
  api.put('/forms/:form/schedule', json, async (c) => {
    const staff = await atForm(c, 'publish-forms');
    return c.json(await scheduleForm(county, id(c), staff, await readBody(c, SetSchedule, timeWords)));
  });

  api.get('/forms/:form/versions', async (c) => {
    await atForm(c);
    await formState(county, id(c));
    return c.json({ versions: await versionSummaries(county, id(c)) });
  });
  api.get('/forms/:form/versions/:version', async (c) => {
    await atForm(c);
    return c.json(await versionDetail(county, id(c), versionIn(c, 'version')));
  });
  api.get('/forms/:form/versions/:version/diff/:other', async (c) => {
    await atForm(c);
    return c.json(await diffOf(county, id(c), anyVersionIn(c, 'version'), anyVersionIn(c, 'other')));
  });
  api.post('/forms/:form/versions/:version/restore', json, async (c) => {
    const staff = await atForm(c, 'design-forms');
    const { revision } = await readBody(c, OfRevision);
    return c.json(await placed(staff, await restoreForm(county, id(c), versionIn(c, 'version'), staff, revision)));
  });

  api.get('/forms/:form/export', async (c) => {
    await atForm(c);
    const version = c.req.query('version') === undefined ? undefined : readVersion(c.req.query('version'));
    const file = await exportForm(county, id(c), version);
    c.header(
      'content-disposition',
      `attachment; filename="${id(c)}${version === undefined ? '' : `-${version}`}.json"`,
    );
    return c.body(`${JSON.stringify(file, null, 2)}\n`, 200, { 'content-type': 'application/json; charset=utf-8' });
  });
  api.post('/import', json, async (c) => {
    await who(c, 'design-forms');
    return c.json(importForm(await c.req.text()));
  });
  return api;
}

function readVersion(input: string | undefined): number {
  if (input === undefined || !/^[1-9]\d{0,8}$/.test(input)) throw new FormsError('version-unknown');
  return Number(input);
}

const versionIn = (c: Context, name: string): number => readVersion(c.req.param(name));
const anyVersionIn = (c: Context, name: string): number | 'draft' =>
  c.req.param(name) === 'draft' ? 'draft' : versionIn(c, name);

let cached: { readonly text: string; readonly etag: string } | undefined;

function paletteText(): { readonly text: string; readonly etag: string } {
  if (!cached) {
    const text = JSON.stringify(palette());
    cached = { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` };
  }
  return cached;
}
