import { isIP } from 'node:net';
import { classOfAddress, classOfHost, isWithin, literalOf } from '#server/calls/reach/address-class.ts';
import { question, refused, type Rule, type RuleContext, type Said } from './rule.ts';

function judged(field: string, what: string, value: string, context: RuleContext): readonly Said[] {
  if (!value.trim()) return [refused(field, `請填${what}。`)];
  if (!URL.canParse(value))
    return [refused(field, `${what}要是完整的網址，例如 https://service.example.gov.tw/mydata。`)];
  const url = new URL(value);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && classOfHost(url.hostname) === 'loopback'))
    return [refused(field, `${what}要以 https:// 開頭（只有本機測試可以用 http://）。`)];
  if (url.username || url.password || url.hash) return [refused(field, `${what}不可以含帳號、密碼或 # 之後的片段。`)];
  return judgedPlace(field, what, url.hostname, context);
}

/** Where it leads. A call that is made later looks again, at the very address that it connects to. */
function judgedPlace(field: string, what: string, hostname: string, context: RuleContext): readonly Said[] {
  const { stage, environment, networks = [], leadsTo } = context;
  const live = stage === 'live' || environment === 'live';
  const host = classOfHost(hostname);
  const literal = literalOf(hostname);
  const found = host === 'name' ? leadsTo?.(hostname) : literal === undefined ? [] : [literal];
  const opened = (address: string): boolean => isWithin(address, networks);
  const classes = [
    ...(host === 'name' || literal !== undefined ? [] : [host]),
    ...(found ?? []).map((address) => (opened(address) ? 'private' : classOfAddress(address))),
  ];
  if (classes.includes('nowhere')) return [refused(field, `${what}不能是這個位址。`)];
  if (!live) return [];
  if (classes.includes('loopback')) return [refused(field, `正式環境的${what}要是正式的網址，不能是本機。`)];
  if (host === 'name' && !hostname.replace(/\.$/, '').includes('.'))
    return [refused(field, `${what}要用完整的網域名稱，例如 service.example.gov.tw。`)];
  if (classes.includes('private')) {
    const closed = (found ?? []).every(opened) ? '' : '要連得到，平臺的管理者還得把這個網路列入設定 MYDATA_NETWORKS。';
    return [question(field, `${what}在內部網路（${hostname}）。平臺應該連到那裡嗎？${closed}`)];
  }
  if (host === 'name' && found?.length === 0)
    return [question(field, `現在查不到 ${hostname} 的網路位址。${what}正確嗎？`)];
  return [];
}

/** Interface profile mydata-1, section 1: registered return address, SP-API and caller addresses. */
export const addressesRule: Rule = {
  id: 'addresses',
  clause: '介面 mydata-1 第 1 節、附件一 七',
  title: '網址與來源位址',
  check({ returnUrl, spApiUrl, addresses }, context) {
    return [
      ...judged('returnUrl', '返回網址', returnUrl, context),
      ...judged('spApiUrl', 'SP-API 網址', spApiUrl, context),
      ...addresses
        .filter((address) => !isIP(address))
        .map((address) => refused('addresses', `「${address}」不是網路位址，請一行填一個 IP，例如 203.0.113.5。`)),
      ...(context.stage === 'live' && !addresses.length
        ? [question('addresses', '沒有限定取資料的來源位址，任何位址拿到許可憑據都能取。是否可以接受？')]
        : []),
    ];
  },
};
