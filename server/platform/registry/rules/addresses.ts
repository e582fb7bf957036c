import { isIP } from 'node:net';
import { question, refused, type Rule, type Said } from './rule.ts';

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$|\.localhost$/;

/** Nothing of a service is there, but a machine's own secrets may be (metadata of cloud machines). */
const linkLocal = /^(169\.254\.\d+\.\d+|0\.0\.0\.0|\[::\]|\[fe[89ab][0-9a-f]:.*\])$/i;
const privateNet = /^(10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|\[f[cd][0-9a-f]{2}:.*\])$/i;

function judged(field: string, what: string, value: string, live: boolean): readonly Said[] {
  if (!value.trim()) return [refused(field, `請填${what}。`)];
  if (!URL.canParse(value))
    return [refused(field, `${what}要是完整的網址，例如 https://service.example.gov.tw/mydata。`)];
  const url = new URL(value);
  const local = loopback.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local))
    return [refused(field, `${what}要以 https:// 開頭（只有本機測試可以用 http://）。`)];
  if (url.username || url.password || url.hash) return [refused(field, `${what}不可以含帳號、密碼或 # 之後的片段。`)];
  if (linkLocal.test(url.hostname)) return [refused(field, `${what}不能是這個位址。`)];
  if (live && privateNet.test(url.hostname))
    return [question(field, `${what}在內部網路（${url.hostname}）。平臺應該連到那裡嗎？`)];
  if (live && local) return [refused(field, `正式上線前，${what}要換成正式的網址，不能是本機。`)];
  return [];
}

/** Interface profile mydata-1, section 1: registered return address, SP-API and caller addresses. */
export const addressesRule: Rule = {
  id: 'addresses',
  clause: '介面 mydata-1 第 1 節、附件一 七',
  title: '網址與來源位址',
  check({ returnUrl, spApiUrl, addresses }, { stage }) {
    const live = stage === 'live';
    return [
      ...judged('returnUrl', '返回網址', returnUrl, live),
      ...judged('spApiUrl', 'SP-API 網址', spApiUrl, live),
      ...addresses
        .filter((address) => !isIP(address))
        .map((address) => refused('addresses', `「${address}」不是網路位址，請一行填一個 IP，例如 203.0.113.5。`)),
      ...(live && !addresses.length
        ? [question('addresses', '沒有限定取資料的來源位址，任何位址拿到許可憑據都能取。是否可以接受？')]
        : []),
    ];
  },
};
