/** What the interface's events (section 6) mean to the person whose data it is. */
interface Happened {
  readonly number: number;
  readonly ok: boolean;
  /** A self-download, without a service. */
  readonly self: boolean;
}

/** Plain Chinese, with words of its own for what did not go well; a number without words is shown as a number. */
export function eventWords({ number, ok, self }: Happened): string {
  const known = (self ? ofSelf[number] : undefined) ?? words[number];
  if (!known) return `其他事件（${number}）${ok ? '' : '，未成功'}`;
  return ok ? known[0] : (known[1] ?? `${known[0]}：未成功`);
}

/** When it went well, and when it did not. */
type Pair = readonly [string, string?];

const words: Readonly<Record<number, Pair | undefined>> = {
  110: ['服務網站確認了您的身分', '服務網站沒有確認身分'],
  120: ['服務網站開始簽章程序'],
  121: ['平臺回覆簽章程序'],
  130: ['服務網站送來您的簽章'],
  131: ['平臺確認簽章正確', '簽章不正確，沒有接受'],
  140: ['從服務網站轉到平臺'],
  180: ['您完成身分驗證', '身分驗證的人與申請人不同'],
  240: ['您同意傳送'],
  241: ['您不同意傳送'],
  250: ['向機關詢問資料'],
  260: ['機關確認是您授權的詢問'],
  270: ['機關取得您的基本資料，用來找到您的紀錄'],
  280: ['機關回覆了資料', '機關暫時無法提供資料'],
  290: ['通知服務可以取資料'],
  291: ['服務有回應', '服務回應有誤'],
  292: ['服務接受通知'],
  300: ['回到服務網站', '沒有傳送資料，回到服務網站'],
  310: ['服務取走資料', '服務沒有取得資料'],
  320: ['櫃檯請您提供驗證密碼'],
  330: ['櫃檯人員輸入驗證密碼', '櫃檯輸入的驗證密碼不正確'],
  340: ['通知您資料的使用情形', '通知沒有送達'],
  350: ['平臺刪除資料'],
  901: ['您委託他人代為出示條碼'],
  902: ['代理人接受委託'],
  903: ['代理人沒有接受委託'],
  904: ['您撤回委託'],
  906: ['機關給的資料有問題，平臺沒有採用', '機關給的資料沒有通過平臺檢查，平臺沒有採用'],
  360: ['服務回報已刪除資料', '服務沒有回報刪除'],
};

const ofSelf: Readonly<Record<number, Pair | undefined>> = {
  240: ['您同意取得資料'],
  241: ['您不同意取得資料'],
  310: ['您把資料儲存到自己的裝置'],
};
