/** The questions of the emergency-relief form that MyData does not answer, answered as a resident would. */
import { address, answer, choose, confirmAll, date, declare, next, pick, row, tick, type } from './answers.ts';
import type { Reply } from './answers.ts';
import type { Person } from './person.ts';

export const steps = {
  applicant: '申請人',
  event: '發生什麼事',
  household: '家庭狀況',
  payment: '領款方式',
  proof: '證明文件與聲明',
  check: '確認內容',
} as const;

export const contact: readonly Reply[] = [
  type('聯絡電話', '0912345678'),
  choose('您現在住的地方，和戶籍地址一樣嗎？', '一樣'),
];

export const situation = '餐廳十月結束營業，目前還沒有找到工作，家裡沒有其他收入。';

export const event: readonly Reply[] = [
  choose('遇到變故的是誰？', '我本人'),
  choose('最主要的原因', '負擔家計的人失業'),
  date('什麼時候發生的？', '115', '10', '5'),
  type('原來的工作', '餐廳廚師'),
  type('請說明現在的困難', situation),
  tick('最急的需要', '生活費'),
];

/** What the register does not know of each member; an income only of who works. */
const members = (count: number): readonly Reply[] =>
  Array.from({ length: count }, (_, index) =>
    index
      ? row('家人', index + 1, pick('目前狀況', '就學中'))
      : row('家人', 1, pick('目前狀況', '有工作'), type('每月收入', '24000')),
  );

const means: readonly Reply[] = [
  type('戶籍不在一起、但由您扶養的家人有幾位？', '0'),
  type('全家上個月的總收入', '18000'),
  choose('現在住的房子', '租的'),
  type('每月房租', '6000'),
  choose('最近六個月，有領過其他補助、保險給付或善款嗎？', '沒有'),
];

const proof: readonly Reply[] = [
  choose('手邊有證明文件嗎？', '還沒有，之後再補'),
  declare('資料屬實', '同意訪視', '查對資料', '情況改變時告知'),
];

/** From the second page to the check page, with this many people in the household. */
export async function fillRest(person: Person, household: readonly Reply[]): Promise<void> {
  await next(person, steps.event);
  await answer(person, ...event);
  await next(person, steps.household);
  await answer(person, confirmAll, ...household, ...means);
  await next(person, steps.payment);
  await answer(person, choose('領款方式', '到公所領取'));
  await next(person, steps.proof);
  await answer(person, ...proof);
  await next(person, steps.check);
}

/** All pages of a form that MyData filled. */
export async function fillRelief(person: Person, household: number): Promise<void> {
  await answer(person, confirmAll, ...contact);
  await fillRest(person, members(household));
}

/** What the register would have said, by hand. */
export const byHand = (name: string, nationalId: string) => ({
  applicant: [
    type('姓名', name),
    type('身分證統一編號', nationalId),
    date('出生日期', '64', '12', '24'),
    choose('婚姻狀況', '未婚'),
    address('戶籍地址', '嘉義縣', '太保市', '祥和一路東段1號'),
  ],
  household: [
    type('戶長姓名', name),
    row(
      '家人',
      1,
      type('姓名', name),
      type('稱謂', '戶長'),
      type('身分證統一編號', nationalId),
      date('出生日期', '64', '12', '24'),
      pick('目前狀況', '沒有工作'),
    ),
  ],
});
