/** Residents who are not the ordinary case, each through emergency relief to the application number. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { shown, submit } from './answers.ts';
import { plugInAuthenticator } from './authenticator.ts';
import { startKit, type Kit } from './kit.ts';
import { arrive, look, leave } from './person.ts';
import {
  acceptTerms,
  bringIn,
  decide,
  filled,
  insertCard,
  leaveForPlatform,
  openTwFido,
  proveByPasskey,
} from './platform-screens.ts';
import { application, platformRecords } from './records.ts';
import { fillRelief } from './relief-form.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit?.stop());

test('an indigenous name arrives whole, in the form and in the application', async () => {
  const person = await arrive(kit, 'pasuya-poiconu');
  const { name } = person.resident;
  await bringIn(person);
  assert.equal(await shown(person, '姓名'), name);
  await fillRelief(person, 2);
  const { answers } = await application(kit, await submit(person));
  assert.equal(answers['applicantName'], name);
  assert.equal(answers['spouseName'], undefined, 'the question is hidden for who is single');
  await leave(person);
});

test('a foreign spouse applies with the number of a resident certificate', async () => {
  const person = await arrive(kit, 'nguyen-thi-lan');
  await bringIn(person);
  assert.equal(await shown(person, '身分證統一編號'), person.resident.nationalId);
  await fillRelief(person, 2);
  const { answers, origins } = await application(kit, await submit(person));
  assert.equal(answers['applicantId'], person.resident.nationalId);
  assert.equal(answers['spouseName'], '蔡明哲');
  assert.equal(origins['spouseName']?.state, 'untouched');
  await leave(person);
});

test('TW FidO: a resident proves identity with the passkey that is bound', async () => {
  const person = await arrive(kit, 'kuo-chien-chih');
  await plugInAuthenticator(person, person.resident.passkey);
  await leaveForPlatform(person);
  await acceptTerms(person);
  await proveByPasskey(person);
  await decide(person, '同意傳送');
  await filled(person);
  await fillRelief(person, 2);
  const { txId } = await application(kit, await submit(person));
  const record = (await platformRecords(kit)).find((one) => one.txId === txId);
  assert.equal(record?.method, 'tw-fido');
  await leave(person);
});

test('TW FidO: a resident binds a new passkey with the citizen certificate and uses it', async () => {
  const person = await arrive(kit, 'lin-chih-yuan');
  const { page } = person;
  const device = await plugInAuthenticator(person);
  await leaveForPlatform(person);
  await acceptTerms(person);
  await openTwFido(person);
  await look(person);
  await page.getByRole('link', { name: '先用自然人憑證綁定這個裝置' }).click();
  await page.waitForURL('**/passkey');
  await insertCard(person, { button: '插卡並確認身分' });
  await page.getByText('身分已經確認').waitFor();
  await look(person);
  await page.getByRole('button', { name: '綁定這個裝置' }).click();
  await page.getByText('已綁定這個裝置').waitFor();
  assert.equal(await device.credentials(), 1);
  await proveByPasskey(person);
  await decide(person, '同意傳送');
  await filled(person);
  assert.equal(await shown(person, '姓名'), person.resident.name);
  await leave(person);
});

test('TW FidO: the passkey of another person proves nothing', async () => {
  const person = await arrive(kit, 'wu-yao-jung');
  await plugInAuthenticator(person, kit.resident('chen-hsiao-ling').passkey);
  await leaveForPlatform(person);
  await acceptTerms(person);
  await openTwFido(person);
  await proveByPasskey(person, { verified: false });
  await person.page.getByRole('alert').getByText('身分驗證沒有成功').waitFor();
  await leave(person);
});
