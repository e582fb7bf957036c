/** The whole way of a resident through emergency relief, from the list of services to the look-up of progress. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { shown, submit } from './answers.ts';
import { assertNowhereInClear, platformRows } from './at-rest.ts';
import { startKit, type Kit } from './kit.ts';
import { arrive, leave, look } from './person.ts';
import { acceptTerms, decide, filled, leaveForPlatform, proveByCard, readConsent } from './platform-screens.ts';
import { application, countyRecords, notices, platformRecords } from './records.ts';
import { fillRelief, situation } from './relief-form.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit?.stop());

test('a resident fills in emergency relief from MyData and looks its progress up', async () => {
  const person = await arrive(kit, 'chen-hsiao-ling');
  const spouse = kit.resident('lin-chih-yuan');
  const { page, resident } = person;
  const personal = [resident.name, resident.nationalId, spouse.name, spouse.nationalId];
  await page.goto(kit.urls.county);
  await page.getByRole('link', { name: /急難救助/ }).waitFor();
  await look(person);
  await page.getByRole('link', { name: /急難救助/ }).click();
  await page.waitForURL('**/services/emergency-relief');
  await page.getByRole('heading', { name: /急難救助/, level: 1 }).waitFor();
  await look(person);
  await page
    .getByRole('link', { name: /MyData/ })
    .first()
    .click();
  await page.getByLabel('身分證統一編號').waitFor();
  await look(person);

  await leaveForPlatform(person);
  await look(person);
  await acceptTerms(person);
  await look(person);
  await proveByCard(person);
  await look(person);
  await assertNowhereInClear(kit, personal);
  await readConsent(person);
  await look(person);
  await decide(person, '同意傳送');
  await filled(person);
  assert.equal(await shown(person, '姓名'), resident.name);
  await assertNowhereInClear(kit, personal);
  assert.deepEqual(platformRows(kit, 'packages'), [], 'the platform has no copy once it is fetched');
  await look(person);
  await fillRelief(person, 4);
  await look(person);
  const applicationNo = await submit(person);
  await look(person);
  await assertNowhereInClear(kit, [...personal, situation]);
  await assertRecorded(kit, applicationNo);

  await page.goto(`${kit.urls.county}/progress`);
  await page.getByLabel(/^(案件|申請)編號/).fill(applicationNo);
  await page.getByLabel('身分證統一編號').fill(resident.nationalId);
  await page.getByRole('button', { name: /查詢/ }).click();
  await page.getByText('已收件').first().waitFor();
  await look(person);
  await leave(person);
});

/** The resident is told, and both parties' records and the application say what came from where. */
async function assertRecorded(kit: Kit, applicationNo: string): Promise<void> {
  const datasets = ['API.7QovE2Gev6', 'API.UDauDOLyZg'];
  const { txId, origins, answers, ...made } = await application(kit, applicationNo);
  assert.ok(txId);
  assert.equal(made.status, 'received');
  assert.equal(answers['applicantName'], kit.resident('chen-hsiao-ling').name);
  assert.equal(answers['situation'], situation);
  assert.deepEqual([origins['situation']?.source, origins['phone']?.source], ['typed', 'typed']);
  for (const [field, dataset] of [
    ['applicantName', datasets[0]],
    ['householdMembers', datasets[1]],
  ] as const) {
    const { source, policy, state, provenance } = origins[field] ?? {};
    assert.deepEqual([source, policy, state, provenance?.dataset], ['mydata', 'locked', 'untouched', dataset]);
    assert.match(provenance?.packageDigest ?? '', /^[0-9a-f]{64}$/);
  }

  const [notice, ...others] = await notices(kit);
  assert.deepEqual(others, []);
  assert.match(notice?.service ?? '', /急難救助/);
  assert.deepEqual(
    notice?.datasets.map(({ id }) => id),
    datasets,
  );

  const platform = (await platformRecords(kit)).find((record) => record.txId === txId);
  assert.deepEqual([platform?.code, platform?.method], [200, 'citizen-certificate']);
  assert.equal(platform?.consent?.given, true);
  const numbers = platform?.events.filter(({ ok }) => ok).map(({ number }) => number) ?? [];
  for (const number of [180, 240, 250, 280, 290, 292, 300, 310, 340, 350])
    assert.ok(numbers.includes(number), `the platform's records have ${number}: ${numbers.join()}`);

  const county = (await countyRecords(kit)).filter((record) => record.txId === txId);
  const events = county.filter(({ ok }) => ok).map(({ event }) => event);
  for (const event of [140, 240, 290, 292, 300, 310, 360])
    assert.ok(events.includes(event), `the county's records have ${event}: ${events.join()}`);
}
