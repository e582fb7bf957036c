/** One resident's whole way through emergency relief: notice, platform, consent, filled form, application. */
import { sign } from 'node:crypto';
import type { Answers } from '#schemas/form/answers.ts';
import type { DraftView, SubmitResult } from '#schemas/wire/county-api.ts';
import { hiddenFields, ScriptedBrowser } from './client.ts';

export interface BenchResident {
  readonly slug: string;
  readonly nationalId: string;
  readonly rocBirthday: string;
  readonly card: { readonly certificatePem: string; readonly privateKeyPem: string };
}

export interface Addresses {
  readonly county: string;
  readonly platform: string;
}

const typed: Answers = {
  phone: '0912345678',
  livesAtHousehold: 'yes',
  affectedIs: 'self',
  reason: 'unemployed',
  eventDate: '2026-10-05',
  lastEmployer: '餐廳廚師',
  situation: '餐廳十月結束營業，目前還沒有找到工作，家裡沒有其他收入。',
  urgentNeeds: ['living'],
  othersSupported: 0,
  householdIncome: 18_000,
  housing: 'own',
  hasSupport: 'no',
  paymentBy: 'counter',
  proofReady: 'later',
  truthful: true,
  homeVisit: true,
  checkRecords: true,
  tellChanges: true,
};

/** @param entered called once the platform has let it in */
export async function journey(
  { county, platform }: Addresses,
  resident: BenchResident,
  entered: () => void = () => undefined,
): Promise<string> {
  const browser = new ScriptedBrowser();
  const service = `${county}/api/services/emergency-relief`;
  await browser.json(`${service}/draft`);
  const { location } = await browser.json<{ location: string }>(`${service}/journeys`, 'POST', {
    nationalId: resident.nationalId,
    chosen: [],
  });

  let page = await browser.visit(location);
  page = await browser.visit(page.url, hiddenFields(page.text));
  page = await browser.visit(page.url, { ...hiddenFields(page.text), agree: 'yes' });
  entered();
  const identity = hiddenFields(page.text);
  page = await browser.visit(page.url, {
    ...identity,
    nationalId: resident.nationalId,
    birthday: resident.rocBirthday,
    certificate: resident.card.certificatePem,
    signature: sign('sha256', Buffer.from(identity['challenge']!), resident.card.privateKeyPem).toString('base64'),
  });
  while (page.url.startsWith(`${platform}/journey/`) && !page.url.endsWith('/preview'))
    page = await browser.visit(page.url);
  page = await browser.visit(page.url, hiddenFields(page.text));
  page = await browser.visit(page.url, { ...hiddenFields(page.text), decision: 'agree' });
  if (!page.url.startsWith(`${county}/services/`))
    throw new Error(`the journey ended at ${new URL(page.url).pathname} (${page.status})`);

  const draft = await filled(browser, service);
  const result = await browser.json<SubmitResult>(`${service}/applications`, 'POST', {
    answers: { ...typed, ...officialAnswers(draft) },
    claims: {},
    formVersion: draft.formVersion,
    revision: draft.revision,
  });
  return result.applicationNo;
}

async function filled(browser: ScriptedBrowser, service: string): Promise<DraftView> {
  for (let tries = 0; tries < 200; tries += 1) {
    const draft = await browser.json<DraftView>(`${service}/draft`);
    if (draft.transfer.status === 'filled') return draft;
    if (draft.transfer.status === 'failed') throw new Error(`transfer failed: ${draft.transfer.code}`);
    await new Promise((next) => setTimeout(next, 10));
  }
  throw new Error('nothing arrived');
}

function officialAnswers(draft: DraftView): Answers {
  const values = Object.entries(draft.official).flatMap(([id, { value }]) =>
    value === undefined ? [] : [[id, value] as const],
  );
  const members = (draft.official['householdMembers']?.value ?? []) as readonly Answers[];
  return {
    ...Object.fromEntries(values),
    householdMembers: members.map((member) => ({ ...member, memberSituation: 'student' })),
  } as Answers;
}
