/** A new form: empty, a copy of another, or from a document in hand; in an office where whoever makes it designs forms. */
import { recordAction } from '../../accounts/session.ts';
import { standardNotices } from '#schemas/publish/standard-notices.ts';
import { translatedNow } from '#schemas/publish/translations.ts';
import type { DraftOfForm } from '#schemas/wire/builder-api.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { Text } from '#schemas/text.ts';
import { mayIn, officesFor } from '../access/may.ts';
import type { County } from '../county.ts';
import type { Office } from '../offices/storage.ts';
import { type Json } from '../drafts/read-input.ts';
import { commitNew } from '../space.ts';
import { authorsOfAll } from './authors.ts';
import { named, readDocument, readFormId, readHistory } from './document.ts';
import { draftView, formState, noHistory, roomFor } from './drafts.ts';
import { FormsError } from './errors.ts';
import { byOf, type Designer } from './staff.ts';
import { isObject } from '#schemas/json.ts';

const longestName = 100;

/**
 * Makes the draft (revision 1), gives the service its office, and records both, in one plan. A copy has the authors of
 * its original, too: they are no second pair of eyes for it.
 * @throws 409 `form-id-taken`; 422 `form-id`, `document-shape`, `office-missing`; 404 `office-unknown`; 503
 * `space-full`
 */
export async function newForm(county: County, staff: Designer, input: Json): Promise<DraftOfForm> {
  const given = input.document === undefined ? undefined : readDocument(input.document);
  const id = readFormId(input.id ?? given?.service.id);
  const office = officeIn(staff, input.office);
  if (county.services.has(id) || (await county.storage.formDraft(id))) throw new FormsError('form-id-taken');
  const document = named(given ?? (await begun(county, office, input)), id);
  const authors =
    input.copyOf === undefined ? [] : await authorsOfAll(county, await formState(county, readFormId(input.copyOf)));
  const done = await commitNew(county, roomFor(document), [
    {
      step: 'save-form',
      form: id,
      revision: 0,
      work: {
        document,
        history: given ? readHistory(input.history) : noHistory,
        translated: translatedNow(document),
        savedAt: county.clock.now().toISOString(),
        savedBy: byOf(staff),
        editors: [...new Set([...authors, staff.id])],
      },
    },
    { step: 'own-service', service: id, office: office.id },
    recordAction(staff, { verb: 'new-form', object: id, office: office.id }, county.clock.now()),
  ]);
  if (!done.ok) throw new FormsError('form-id-taken');
  return draftView(county, await formState(county, id));
}

/**
 * The one that was chosen. Where none was: the only one that there is to choose, or the one to which the person belongs.
 * @throws 404 `office-unknown` for one where the person designs nothing, 422 `office-missing`
 */
function officeIn(staff: Designer, chosen: unknown): Office {
  const offices = officesFor(staff, 'design-forms');
  if (chosen !== undefined) {
    const found = offices.find(({ id }) => id === chosen);
    if (!found) throw new FormsError('office-unknown');
    return found;
  }
  const own = offices.filter(({ id }) =>
    mayIn({ ...staff, memberships: staff.memberships.filter(({ office }) => office === id) }, 'design-forms', id),
  );
  const [only, ...others] = offices.length === 1 ? offices : own;
  if (!only || others.length) throw new FormsError('office-missing');
  return only;
}

async function begun(county: County, office: Office, input: Json): Promise<FormDocument> {
  if (input.copyOf !== undefined) {
    const { document } = await formState(county, readFormId(input.copyOf));
    const name = input.name === undefined ? undefined : readName(input.name);
    return name ? { service: { ...document.service, name }, form: { ...document.form, title: name } } : document;
  }
  const name = readName(input.name);
  return emptyForm(name, {
    county: areaOf(county),
    agency: input.agency === undefined ? office.name : readName(input.agency),
  });
}

/** As the county's own services name it. */
function areaOf({ organisation, services }: County): string {
  const [first] = services.values();
  return organisation.area ?? first?.service.county ?? organisation.name['zh-Hant'];
}

function readName(input: unknown): Text {
  const zh = isObject(input) ? input['zh-Hant'] : undefined;
  const en = isObject(input) ? (input['en'] ?? '') : '';
  if (typeof zh !== 'string' || typeof en !== 'string' || !zh.trim()) throw new FormsError('form-name');
  if ([...zh].length > longestName || [...en].length > 2 * longestName) throw new FormsError('form-name');
  return { 'zh-Hant': zh.trim(), en: en.trim() };
}

/** One step, one section, no question; the texts that are much the same everywhere are there to begin with. */
function emptyForm(name: Text, { county, agency }: { readonly county: string; readonly agency: Text }): FormDocument {
  const none = { 'zh-Hant': '', en: '' };
  const standard = (key: string): Text => standardNotices[key] ?? none;
  return {
    service: {
      id: 'new',
      county,
      agency,
      name,
      summary: none,
      modes: ['online'],
      audience: none,
      prepare: [],
      processingDays: 7,
      fee: standard('fee'),
      contact: { unit: agency, phone: '', hours: standard('contact.hours') },
      legalBasis: none,
      purposes: [],
      purpose: none,
      datasets: [],
      replaces: [],
      notice: {
        dataClasses: none,
        period: standard('notice.period'),
        area: standard('notice.area'),
        recipients: standard('notice.recipients'),
        manner: standard('notice.manner'),
        rights: standard('notice.rights'),
        ifRefused: standard('notice.ifRefused'),
        source: none,
      },
      retentionDays: 365,
      manual: standard('manual'),
    },
    form: {
      $schema: 'https://mydata-county-kit.example/schemas/form-1.json',
      id: 'new',
      title: name,
      roles: [{ id: 'applicant', title: { 'zh-Hant': '申請人', en: 'Applicant' } }],
      steps: [
        {
          id: 'step1',
          title: { 'zh-Hant': '申請資料', en: 'Your application' },
          sections: [{ id: 'section1', title: { 'zh-Hant': '基本資料', en: 'About you' }, fields: [] }],
        },
      ],
    },
  };
}
