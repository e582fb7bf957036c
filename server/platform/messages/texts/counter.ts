/** Of the counter: data that waits for it, a barcode that was attacked, and acting for another. */
import type { MessageWords } from '../queue.ts';
import { letter, notMe, taipeiTime, type Setting } from './letter.ts';

/** What was waited for is there: the barcode can be shown. @param link leads to it; who it is, is asked there */
export const barcodeReadyText = (
  setting: Setting,
  {
    name,
    service,
    datasets,
    until,
    link,
  }: {
    readonly name: string;
    readonly service: string;
    readonly datasets: readonly string[];
    readonly until: Date;
    readonly link: string;
  },
): MessageWords =>
  letter(setting, {
    subject: `MyData 條碼可以使用了：${service}`,
    name,
    paragraphs: [
      ['您要帶去櫃檯的資料都備妥了：', `服務：${service}`, `資料：${datasets.join('、')}`],
      [`請在 ${taipeiTime(until)} 以前到櫃檯，用下面的網址出示條碼（會先確認是您本人）：`, link],
      notMe,
    ],
    english: `The data for “${service}” is ready. Show the barcode at the counter; the link above leads to it.`,
    short: `要帶去「${service}」櫃檯的資料已備妥，請登入 MyData 出示條碼，${taipeiTime(until)} 前有效。`,
  });

/** Five wrong codes (手冊 貳-一-(二)-2). */
export const barcodeBurntText = (
  setting: Setting,
  { name, place, at }: { readonly name: string; readonly place: string; readonly at: Date },
): MessageWords =>
  letter(setting, {
    subject: 'MyData 提醒：您的資料條碼已經作廢',
    name,
    paragraphs: [
      `在 ${taipeiTime(at)}，「${place}」輸入錯誤的驗證密碼太多次，您這個條碼已經作廢，資料沒有交出去。`,
      '如果您正在櫃檯辦理，請在條碼那一頁按「換一個新的條碼」，就能馬上再試。如果不是您，請不要把條碼或驗證密碼告訴任何人；您也可以在那一頁取消，資料就會刪除。',
    ],
    english:
      'Wrong codes were typed too often, so this barcode is void and nothing was handed out. You can get a new one on its page at once.',
    short: `「${place}」多次輸入錯誤的驗證密碼，您的條碼已作廢，資料沒有交出。可在原頁面換新的條碼。`,
  });

export type DelegationNews = 'accepted' | 'declined' | 'withdrawn' | 'presented';

/** To the person and to the agent, of every step. */
export const delegationText = (
  setting: Setting,
  {
    name,
    news,
    to,
    other,
    service,
    at,
    place,
  }: {
    readonly name: string;
    readonly news: DelegationNews;
    /** Whom this letter is to. */
    readonly to: 'owner' | 'agent';
    /** The other's name, masked. */
    readonly other: string;
    readonly service: string;
    readonly at: Date;
    /** Where it was presented. */
    readonly place?: string;
  },
): MessageWords => {
  const { subject, what } = delegationWords[to][news](other, place ?? '');
  return letter(setting, {
    subject: `MyData ${subject}：${service}`,
    name,
    paragraphs: [[what, `服務：${service}`, `時間：${taipeiTime(at)}`], notMe],
    english: `News of acting for another at the counter of “${service}”; please see above.`,
    short: `${what}（${service}）`,
  });
};

type Words = (other: string, place: string) => { readonly subject: string; readonly what: string };

const delegationWords: Readonly<Record<'owner' | 'agent', Readonly<Record<DelegationNews, Words>>>> = {
  owner: {
    accepted: (other) => ({
      subject: '代理人已接受',
      what: `${other} 已經用本人的身分接受您的委託，可以代您到櫃檯出示條碼。您可以隨時撤回。`,
    }),
    declined: (other) => ({ subject: '代理人沒有接受', what: `${other} 沒有接受您的委託，沒有拿到任何資料。` }),
    withdrawn: (other) => ({ subject: '委託已撤回', what: `您撤回了對 ${other} 的委託，代理人的條碼立即失效。` }),
    presented: (other, place) => ({
      subject: '代理人已出示條碼',
      what: `${other} 代您在「${place}」出示條碼並提供驗證密碼，資料已交給櫃檯。`,
    }),
  },
  agent: {
    accepted: (other) => ({
      subject: '您已接受委託',
      what: `您接受了 ${other} 的委託，代為到櫃檯出示條碼。驗證密碼會送到您的手機或電子郵件。`,
    }),
    declined: (other) => ({ subject: '您沒有接受委託', what: `您沒有接受 ${other} 的委託。` }),
    withdrawn: (other) => ({ subject: '委託已撤回', what: `${other} 撤回了委託，您的條碼已經失效，請不要再使用。` }),
    presented: (other, place) => ({
      subject: '您已代為出示條碼',
      what: `您代 ${other} 在「${place}」出示條碼並提供驗證密碼，資料已交給櫃檯。`,
    }),
  },
};
