/** By hand: the manual path alone, a browser that is closed in the middle, and a page that is tampered with. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answer, confirmAll, formOf, next, shown, submit, type } from './answers.ts';
import { assertNowhereInClear } from './at-rest.ts';
import { byHand, contact, event, fillRelief, fillRest, situation, steps } from './relief-form.ts';
import { startKit, type Kit } from './kit.ts';
import { arrive, leave, look, openTab, type Person } from './person.ts';
import { bringIn, filled } from './platform-screens.ts';
import { application, applications, platformRecords } from './records.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit?.stop());

/**
 * The browser is closed as it stands, and the resident comes back to the form with the same cookies. What was typed last is
 * sent while the tab closes, so whoever is back within the same moment may have to look again.
 */
async function comeBack(person: Person, expected?: { label: string; value: string }): Promise<Person> {
  const address = person.page.url();
  await person.page.close({ runBeforeUnload: false });
  const page = await openTab(person.context, person.complaints);
  for (const end = Date.now() + 5_000; ;) {
    await page.goto(address);
    await formOf(page).getByRole('heading', { level: 2 }).first().waitFor();
    if (!expected) break;
    const value = await formOf(page).getByLabel(expected.label).inputValue();
    if (value === expected.value) break;
    assert.ok(Date.now() < end, `${expected.label} is lost`);
  }
  return { ...person, page };
}

test('the manual path alone leads to an application number', async () => {
  const person = await arrive(kit, 'huang-hsin-hung');
  const { page, resident } = person;
  const { applicant, household } = byHand(resident.name, resident.nationalId);
  await page.goto(`${kit.urls.county}/services/emergency-relief`);
  await page
    .getByRole('link', { name: /自己填|自行填寫/ })
    .first()
    .click();
  await page.waitForURL('**/apply');
  await formOf(page).getByLabel('聯絡電話').waitFor();
  assert.equal(await page.locator('[data-outcome]').count(), 0, 'nothing was asked of MyData, nothing is told');
  await look(person);
  await answer(person, ...applicant, ...contact);
  await fillRest(person, household);
  const made = await application(kit, await submit(person));
  assert.equal(made.txId, undefined);
  assert.ok(Object.values(made.origins).every(({ source }) => source === 'typed'));
  assert.deepEqual(await platformRecords(kit), []);
  await leave(person);
});

test('closing the browser in the middle loses nothing that was typed, before or after MyData', async () => {
  let person = await arrive(kit, 'pasuya-poiconu');
  const { resident } = person;
  await person.page.goto(`${kit.urls.county}/services/emergency-relief/apply`);
  await answer(person, ...contact);
  person = await comeBack(person, { label: '聯絡電話', value: '0912345678' });

  await bringIn(person);
  await answer(person, confirmAll);
  await next(person, steps.event);
  const saved = person.page.waitForResponse(
    (response) => response.request().postData()?.includes(situation) === true && response.ok(),
  );
  await answer(person, ...event);
  await saved;
  person = await comeBack(person);
  await filled(person);
  assert.equal(await shown(person, '姓名'), resident.name);
  await next(person, steps.event); // what was confirmed is not asked again
  assert.equal(await formOf(person.page).getByLabel('請說明現在的困難').inputValue(), situation);
  await assertNowhereInClear(kit, [resident.name, resident.nationalId, situation, '0912345678']);
  await leave(person);
});

test('a form that another window ended is begun anew with all that this page holds', async () => {
  const person = await arrive(kit, 'huang-hsin-hung');
  const { page, resident } = person;
  const { applicant } = byHand(resident.name, resident.nationalId);
  await page.goto(`${kit.urls.county}/services/emergency-relief/apply`);
  await answer(person, ...applicant, ...contact);
  await next(person, steps.event);
  const kept = page.waitForResponse((response) => response.request().postData()?.includes(situation) === true);
  await answer(person, ...event);
  await kept;

  const other = await openTab(person.context, person.complaints);
  await other.goto(page.url());
  await formOf(other).getByLabel('聯絡電話').waitFor();
  const ended = await other.evaluate(async () => {
    const draft = '/api/services/emergency-relief/draft';
    return (await fetch(draft, { method: 'DELETE', headers: { 'x-mydata-request': '1' } })).status;
  });
  assert.equal(ended, 204);
  await other.close();

  await page.bringToFront();
  await answer(person, type('原來的工作', '二廚'));
  const again = formOf(page).getByRole('button', { name: '開始新的一份，保留我剛才填的全部' });
  await again.waitFor();
  await look(person);
  const into = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
  await again.click();
  const sent = (await into).request().postDataJSON() as { answers: Record<string, unknown>; revision: number };
  assert.equal(sent.revision, 0);
  for (const value of [resident.name, '0912345678', situation, '二廚'])
    assert.ok(Object.values(sent.answers).includes(value), `${value} is kept`);
  await page.reload();
  await formOf(page).getByRole('heading', { level: 2 }).first().waitFor();
  assert.equal(await formOf(page).getByLabel('原來的工作').inputValue(), '二廚');
  await leave(person);
});

test('a locked value that was altered on its way is refused, with the question named', async () => {
  const person = await arrive(kit, 'lin-chih-yuan');
  const { page } = person;
  await bringIn(person);
  await fillRelief(person, 4);
  const before = (await applications(kit)).length;
  await page.route('**/applications', async (route) => {
    const body = route.request().postDataJSON() as { answers: Record<string, unknown> };
    await route.continue({ postData: { ...body, answers: { ...body.answers, applicantName: '別人' } } });
  });
  const refusal = page.waitForResponse('**/applications');
  await formOf(page).getByRole('button', { name: '送出申請' }).click();
  const response = await refusal;
  assert.equal(response.status(), 422);
  const { error } = (await response.json()) as { error: { code: string; fields: { field: string }[] } };
  assert.equal(error.code, 'official-changed');
  assert.deepEqual(
    error.fields.map(({ field }) => field),
    ['applicantName'],
  );
  await page.getByRole('alert').getByText('「姓名」是機關提供的資料').waitFor();
  await look(person);

  await page.unroute('**/applications');
  await next(person, steps.check);
  assert.equal((await applications(kit)).length, before, 'nothing was taken');
  await submit(person);
  await leave(person);
});
