/** The other four services, each once from consent to the application number; adding one is adding files. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  account,
  address,
  answer,
  attach,
  choose,
  confirmAll,
  date,
  declare,
  formOf,
  next,
  pick,
  row,
  submit,
  tick,
  type,
} from './answers.ts';
import { disguised, letter, passbook, photo, scanOf } from './attachments.ts';
import { startKit, type Kit } from './kit.ts';
import { arrive, leave, look } from './person.ts';
import { bringIn } from './platform-screens.ts';
import { application } from './records.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit?.stop());

const phone = type('聯絡電話', '0912345678');
const livesThere = choose('您現在住的地方，和戶籍地址一樣嗎？', '一樣');

test('敬老卡或愛心卡: a card with a photo, fetched by somebody else', async () => {
  const person = await arrive(kit, 'li-chen-chiu-yueh');
  await bringIn(person, 'senior-card');
  await answer(person, phone, livesThere);
  await next(person, '卡片');
  await answer(
    person,
    choose('卡別', '敬老卡'),
    choose('您具有原住民身分嗎？', '否'),
    choose('這次是', '第一次申請'),
    attach('大頭照', photo),
  );
  await next(person, '領卡');
  await answer(
    person,
    choose('怎麼領卡', '到公所領取'),
    pick('到哪個公所領', '朴子市公所'),
    choose('誰去領', '請別人代領'),
    type('代領人姓名', '陳筱玲'),
    type('代領人身分證統一編號', kit.resident('chen-hsiao-ling').nationalId),
    pick('和申請人的關係', '其他（例如鄰居、照顧者、社工）'),
    type('代領人電話', '0987654321'),
  );
  await next(person, '聲明');
  await answer(person, declare('資料屬實', '本人使用'));
  await next(person, '確認內容');
  const made = await application(kit, await submit(person));
  assert.deepEqual(
    made.files.map(({ name }) => name),
    [photo.name],
  );
  assert.equal(made.origins['applicantBirthDate']?.source, 'mydata');
  await leave(person);
});

test('預防走失手鍊: for oneself, with somebody to call', async () => {
  const person = await arrive(kit, 'wu-yao-jung');
  await bringIn(person, 'safety-bracelet');
  await answer(person, phone);
  await next(person, '配戴的人');
  await answer(
    person,
    choose('手鍊或項鍊給誰戴？', '我自己'),
    tick('為什麼需要？', '失智症'),
    choose('以前走失過嗎？', '沒有'),
  );
  await next(person, '款式與緊急聯絡人');
  await answer(
    person,
    choose('要哪一種？', '手鍊'),
    type('手腕一圈幾公分？', '16'),
    choose('這次是', '第一次申請'),
    choose('怎麼領', '寄到聯絡地址'),
    row('聯絡人', 1, type('姓名', '許𠈓梅'), pick('和配戴的人的關係', '父母'), type('電話', '0987654321')),
  );
  await look(person);
  await next(person, '聲明');
  await answer(person, declare('資料屬實', '協尋時使用', '已告知聯絡人', '健康資料的書面同意'));
  await next(person, '確認內容');
  const { answers, origins } = await application(kit, await submit(person));
  assert.equal(answers['applicantName'], person.resident.name, 'a rare character arrives as it is');
  assert.deepEqual([origins['contactAddress']?.policy, origins['contactAddress']?.state], ['editable', 'untouched']);
  await leave(person);
});

test('重陽節敬老禮金: what is typed must be what the agency holds; files of a wrong kind are refused', async () => {
  const person = await arrive(kit, 'li-chen-chiu-yueh');
  const { page, resident } = person;
  const form = formOf(page);
  await bringIn(person, 'double-ninth-bonus');
  assert.equal(await form.getByText('民國17年').count(), 0, 'what is compared is not shown');
  await answer(person, date('出生日期', '17', '10', '11'), type('戶號', resident.householdNumber), phone);
  await next(person, '帳戶');
  await answer(
    person,
    choose('這次要', '第一次登記帳戶'),
    account('匯款帳戶', '700', '00312345678901', resident.name),
    choose('這是不能被扣押的專戶嗎？', '不是'),
  );
  const file = form.getByLabel('存摺封面');
  const refused = form.getByRole('alert');
  await file.setInputFiles(scanOf(11));
  await refused.getByText(/「掃描\.png」超過 10/).waitFor();
  await file.setInputFiles(letter);
  await refused.getByText('「說明.docx」的格式不能上傳').waitFor();
  await file.setInputFiles(disguised);
  await refused.getByText(/偽裝\.png/).waitFor();
  await look(person);
  await answer(person, attach('存摺封面', passbook));
  await next(person, '聲明');
  await answer(person, declare('資料屬實', '本人帳戶', '以後每年匯入'));
  await next(person, '確認內容');
  await form.getByRole('button', { name: '送出申請' }).click();
  const problem = form.locator('mydata-error-summary').getByRole('alert');
  await problem.waitFor();
  const words = await problem.innerText();
  assert.match(words, /出生日期/);
  assert.doesNotMatch(words, /17|1928|戶號/, 'neither the answer nor what was right is told');
  await look(person);
  await answer(person, date('出生日期', '17', '10', '10'));
  await next(person, '確認內容');
  const { origins, files } = await application(kit, await submit(person));
  assert.deepEqual(
    [origins['applicantBirthDate']?.policy, origins['applicantBirthDate']?.state],
    ['compare', 'compared'],
  );
  assert.deepEqual(
    files.map(({ name }) => name),
    [passbook.name],
  );
  await leave(person);
});

for (const [dataset, id] of [
  ['個人戶籍資料', 'API.7QovE2Gev6'],
  ['現戶全戶戶籍資料', 'API.UDauDOLyZg'],
] as const) {
  test(`長期照護: with ${dataset}; what the agency does not know is an ordinary question`, async () => {
    const person = await arrive(kit, 'nguyen-thi-lan');
    const { page } = person;
    await bringIn(person, 'long-term-care', { dataset });
    await answer(person, confirmAll, phone);
    await next(person, '需要照顧的人');
    await answer(person, choose('誰需要照顧？', '我自己'));
    await formOf(page).getByText('機關的資料沒有這一項，請您自己填寫。').waitFor();
    await answer(
      person,
      choose('您的性別', '女'),
      choose('需要照顧的人現在在哪裡？', '住在家裡'),
      address('訪視地址', '嘉義縣', '大林鎮', '中山路66號'),
      choose('是一個人住嗎？', '否'),
    );
    await next(person, '照顧需要');
    await answer(
      person,
      tick('符合哪些情形？', '不確定'),
      tick('哪些事需要別人幫忙？', '洗澡', '走路、上下樓梯'),
      tick('想了解或使用哪些服務？', '還不清楚，請專員說明'),
      pick('訪視時習慣說什麼話？', '國語'),
      tick('方便訪視的時間', '平日上午'),
      choose('平常主要由誰照顧？', '沒有人'),
    );
    await next(person, '文件與聲明');
    await answer(person, declare('資料屬實', '同意訪視評估', '健康資料的書面同意'));
    await next(person, '確認內容');
    const { origins } = await application(kit, await submit(person));
    assert.equal(origins['applicantSex']?.source, 'typed');
    assert.equal(origins['applicantName']?.provenance?.dataset, id);
    await leave(person);
  });
}
