/** Makes an account's transactions add up: in order of time, each balance the one before and what came or went. */
import type { Normalised, NormalValue } from '#schemas/datasets/types.ts';
import type { Random } from '../random.ts';

type Data = Normalised['data'];
type Row = { readonly [key: string]: NormalValue | undefined };

type Kind = readonly [summary: string, low: number, high: number];

/** What comes and goes, in New Taiwan dollars. */
const incomes: readonly Kind[] = [
  ['薪資', 29_000, 52_000],
  ['跨行轉入', 1_000, 20_000],
  ['現金存款', 1_000, 15_000],
  ['利息', 12, 380],
];
const expenses: readonly Kind[] = [
  ['現金提款', 1_000, 10_000],
  ['跨行轉出', 500, 12_000],
  ['電費', 420, 3_600],
  ['電信費', 299, 1_399],
  ['信用卡款', 800, 9_000],
];

const isAccount = (data: Data): boolean =>
  typeof data['opening_balance_amount'] === 'number' && Array.isArray(data['transactions']);

/** Other records come back as they are. */
export function settleAccount(data: Data, random: Random): Data {
  if (!isAccount(data)) return data;
  const wanted = random.between(3, 8);
  const [sample] = data['transactions'] as readonly Row[];
  if (!sample) return data;
  const until = Date.parse(String(data['period_until_date']));
  let balance = Number(data['opening_balance_amount']);
  const rows = Array.from({ length: wanted }, (_, index): Row => {
    const { withdrawn_amount: _withdrawn, deposited_amount: _deposited, remark, ...rest } = sample;
    const deposits = balance < 3000 || random.chance(0.45);
    const [summary, low, high] = random.pick(deposits ? incomes : expenses);
    const drawn = random.between(low, high);
    const amount = deposits ? drawn : Math.min(drawn, balance);
    balance += deposits ? amount : -amount;
    // Spread over the three months, the last a few days before its end.
    const at = new Date(until - (wanted - index) * Math.floor(84 / wanted) * 86_400_000 + 86_400_000);
    const time = String(sample['transacted_at'] ?? '').slice(10);
    return {
      ...rest,
      sequence_no: index + 1,
      transacted_at: `${at.toISOString().slice(0, 10)}${time}`,
      summary,
      [deposits ? 'deposited_amount' : 'withdrawn_amount']: amount,
      balance_amount: balance,
      ...(summary === '薪資' && remark !== undefined ? { remark } : {}),
    };
  });
  return { ...data, transactions: rows as NormalValue, closing_balance_amount: balance } as Data;
}
