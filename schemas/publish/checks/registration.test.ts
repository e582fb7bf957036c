import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Service } from '../../services/types.ts';
import type { FormDocument } from '../form-document.ts';
import { approvalChanges } from '../approval.ts';
import { checkPublish } from '../check-publish.ts';
import { compareDocuments } from '../compare.ts';
import { noDocument } from '../testing/documents.ts';

const personal = 'API.7QovE2Gev6';
/** 身心障礙證明: a special category. */
const disability = 'API.nyhnLM1fve';
const text = (zh: string, en = zh) => ({ 'zh-Hant': zh, en });

type Said = Partial<Service> & { readonly email?: string };

const service = ({ email, ...more }: Said): Service => ({
  ...noDocument.service,
  datasets: [personal],
  contact: { ...noDocument.service.contact, ...(email === undefined ? {} : { email }) },
  ...more,
});
const replaced = (more: object) => [{ dataset: personal, document: text('戶籍謄本'), rule: text('辦法'), ...more }];

const found = (said: Said): readonly string[] =>
  checkPublish({ document: { ...noDocument, service: service(said) } }, undefined)
    .tasks.filter(({ group, code }) => group === 'registration' || code === 'text-half')
    .map(({ level, code, at }) => `${level} ${code} ${at?.service?.join('.') ?? ''}`.trim());

const all: Said = { email: 'social@example.gov.tw', replaces: replaced({ lookUp: 'no' }), centralService: 'none' };

test('what is not said reminds, each with the input it belongs to; all said is in order; without datasets nothing is asked', () => {
  assert.deepEqual(found({}), [
    'warns email-unsaid contact.email',
    `warns look-up-unsaid replaces.${personal}.lookUp`,
    'warns central-unsaid centralService',
  ]);
  assert.deepEqual(found(all), ['done registration-stated']);
  assert.deepEqual(found({ datasets: [] }), []);
});

test('what is said half, or against itself, blocks', () => {
  assert.deepEqual(found({ ...all, email: 'social@' }), ['blocks email-wrong contact.email']);
  assert.deepEqual(found({ ...all, replaces: replaced({ lookUp: 'yes' }) }), [
    `blocks look-up-possible replaces.${personal}.lookUp`,
  ]);
  assert.deepEqual(found({ ...all, replaces: replaced({ lookUp: 'in-part', lookUpNote: text('', 'Half') }) }), [
    `blocks look-up-note replaces.${personal}.lookUpNote`,
  ]);
  assert.deepEqual(found({ ...all, replaces: replaced({ lookUp: 'in-part', lookUpNote: text('只有本縣的') }) }), [
    'done registration-stated',
  ]);
  assert.deepEqual(found({ ...all, replaces: replaced({ lookUp: 'no', lookUpNote: text('', 'Half') }) }), [
    'done registration-stated',
    `blocks text-half replaces.${personal}.lookUpNote`,
  ]);
  assert.deepEqual(found({ ...all, agentBasis: text('', 'Some law') }), [
    'done registration-stated',
    'blocks text-half agentBasis',
  ]);
  assert.deepEqual(found({ ...all, centralService: 'exists' }), ['warns central-exists centralService']);
});

test('special categories: a reminder while nothing is said, then both the basis and the consent', () => {
  const asked: Said = {
    ...all,
    datasets: [disability],
    replaces: [{ ...replaced({ lookUp: 'no' })[0]!, dataset: disability }],
  };
  const basis = text('個資法第 6 條第 1 項第 2 款、身心障礙者權益保障法第 56 條');
  assert.deepEqual(found(asked), ['warns special-unsaid special.basis']);
  assert.deepEqual(found({ ...asked, special: { basis, writtenConsent: false } }), [
    'blocks special-consent special.writtenConsent',
  ]);
  assert.deepEqual(found({ ...asked, special: { basis: text(''), writtenConsent: true } }), [
    'blocks special-basis special.basis',
  ]);
  assert.deepEqual(found({ ...asked, special: { basis, writtenConsent: true } }), ['done registration-stated']);
  // Of something that residents hand in themselves.
  assert.deepEqual(found({ ...all, special: { basis, writtenConsent: false } }), ['done registration-stated']);
});

test('whoever approves reads words, not codes', () => {
  const document = (said: Said): FormDocument => ({ ...noDocument, service: service(said) });
  const said = approvalChanges(
    document({ replaces: replaced({ lookUp: 'no' }) }),
    document({ replaces: replaced({ lookUp: 'in-part' }), centralService: 'none', modes: ['online', 'counter'] }),
  ).map(({ place, old, new: now }) => [place['zh-Hant'], old?.['zh-Hant'], now?.['zh-Hant']]);
  assert.deepEqual(said.map(([, old, now]) => `${old}→${now}`).sort(), [
    'undefined→沒有',
    '不能→只能查到一部分',
    '線上申辦→線上申辦、臨櫃核驗',
  ]);
  for (const [place] of said) assert.doesNotMatch(place!, /[a-z]/, place);
  const one = { ...noDocument, service: service({ centralService: 'exists' }) };
  const words = compareDocuments(one, { ...noDocument, service: service({ centralService: 'none' }) });
  assert.deepEqual(
    words.map((found) => found.words['zh-Hant']),
    ['服務的中央機關是否已有線上申辦：「已經有」→「沒有」'],
  );
});
