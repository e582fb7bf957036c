/** Who may join, and by way of whom (附件一 三, 四-(一)). Pure. */
import type { Organisation, OrganisationKind } from '../storage/registry.ts';
import type { Finding } from './rules/rule.ts';
import { isEmail, isPhone, says } from './rules/rule.ts';

export interface KindOfOrganisation {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly clause: string;
  /** The agency that must agree and forward the application; none where the organisation applies itself. */
  readonly by?: string;
}

export const organisationKinds: readonly KindOfOrganisation[] = [
  { kind: 'executive-yuan', name: '行政院及其所屬二級、三級機關（構）', clause: '附件一 三-(一)' },
  { kind: 'other-yuan', name: '行政院以外之各院及其所屬機關（構）', clause: '附件一 三-(二)' },
  { kind: 'local-government', name: '直轄市、縣（市）政府及其所屬一級機關（構）', clause: '附件一 三-(三)' },
  { kind: 'university', name: '大專校院（經教育部同意）', clause: '附件一 三-(四)、四-(一)-2', by: '教育部' },
  {
    kind: 'supervised',
    name: '銀行、聯徵中心及部會所屬國營事業（經中央目的事業主管機關同意）',
    clause: '附件一 三-(五)、四-(一)-3',
    by: '中央目的事業主管機關',
  },
];

export const kindOf = (kind: string): KindOfOrganisation | undefined =>
  organisationKinds.find((entry) => entry.kind === kind);

export type OrganisationApplication = Pick<Organisation, 'name' | 'contact'> & {
  /** As it came from the form. */
  readonly kind: string;
  readonly forwardedBy: string;
  readonly forwardedNo: string;
};

/** → what stands against it; empty when it may be put before an operator. */
export function judgeOrganisation(application: OrganisationApplication): readonly Finding[] {
  const { name, kind, forwardedBy, forwardedNo, contact } = application;
  const entry = kindOf(kind);
  const found: Finding[] = [];
  const refuse = (field: string, clause: string, text: string) =>
    void found.push({ rule: 'who-may-join', verdict: 'refused', clause, field, text });
  if (!says(name, 3) || name.length > 60) refuse('name', '附件一 四-(一)', '請填機關全名（3 到 60 個字）。');
  if (!entry) {
    refuse('kind', '附件一 三', '請選擇機關類別。只有這五類可以申請介接；其他組織不能介接本平臺。');
  } else if (entry.by) {
    if (!says(forwardedBy))
      refuse('forwardedBy', entry.clause, `這類組織要先函報${entry.by}，由該機關同意後轉送。請填轉送的機關。`);
    else if (kind === 'university' && !/教育部/u.test(forwardedBy))
      refuse('forwardedBy', entry.clause, '大專校院的申請要由教育部同意後轉送，轉送機關請填「教育部」。');
    if (!/[\p{L}].*\d{4,}/u.test(forwardedNo))
      refuse('forwardedNo', entry.clause, '請填轉送公文的字號，例如「臺教資（三）字第 1150012345 號」。');
  }
  if (!says(contact.unit)) refuse('contactUnit', '附件一 四-(一)', '請填承辦單位。');
  if (!isPhone(contact.phone)) refuse('contactPhone', '附件一 四-(一)', '請填承辦單位的電話，例如 05-3620123。');
  if (!isEmail(contact.email)) refuse('contactEmail', '附件一 四', '請填公務電子郵件，審查結果會寄到這裡。');
  return found;
}
