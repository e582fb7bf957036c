/** Who may join, and by way of whom (附件一 三, 四-(一)). Pure. */
import { plain } from '#schemas/taiwan/plain-text.ts';
import type { Organisation } from './storage.ts';
import type { OrganisationKind } from './organisation-kind.ts';
import { counties } from '#schemas/taiwan/counties.ts';
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

/** Undefined for what is none of the five kinds that may join (附件一 三), e.g. a form that was tampered with. */
export const kindOf = (kind: string): KindOfOrganisation | undefined =>
  organisationKinds.find((entry) => entry.kind === kind);

export type OrganisationApplication = Pick<Organisation, 'name' | 'contact'> & {
  /** As it came from the form. */
  readonly kind: string;
  readonly forwardedBy: string;
  readonly forwardedNo: string;
};

const company =
  /(公司|商行|企業社|實業社|工作室|商號|廠商|合作社|co\.?,? ?ltd|\binc\b|\bcorp\b|\bllc\b|limited|company|gmbh)/iu;
const association =
  /(協會|學會|公會|工會|商會|同業|總會|聯誼會|促進會|發展會|校友會|農會|漁會|文教基金會|基金會|財團法人|社團法人|政黨|association|foundation)/iu;
/** A name tells what an organisation is; what it must not be called for its kind. */
function misnamed(name: string, kind: OrganisationKind): string | undefined {
  const said = plain(name);
  switch (kind) {
    case 'executive-yuan':
    case 'other-yuan':
    case 'local-government': {
      if (company.test(said))
        return '名稱是公司或商號，不是機關。國營事業請選「銀行、聯徵中心及部會所屬國營事業」；其他公司不能介接本平臺。';
      if (association.test(said)) return '名稱是法人或團體，不是機關，不能以這個類別介接。';
      const county = counties.some((one) => said.replaceAll('台', '臺').startsWith(one));
      return kind === 'local-government' && !county
        ? '名稱要從直轄市或縣（市）寫起，例如「嘉義縣政府」或「嘉義縣衛生局」。'
        : undefined;
    }
    case 'university':
      return !/(大學|學院|專科學校|專校|university|college)/iu.test(said) ||
        company.test(said) ||
        endsAsOther.test(said)
        ? '名稱不是大專校院。這一類只有大專校院可以申請。'
        : undefined;
    case 'supervised':
      return /(協會|學會|公會|工會|基金會|工作室|企業社|商行)$/u.test(said)
        ? '名稱不是銀行、聯徵中心或部會所屬國營事業。'
        : undefined;
  }
}

const isCentral = (name: string): boolean => !company.test(name) && !/[縣市鄉鎮區](政府|公所)/u.test(name);

const endsAsOther = /(協會|學會|公會|校友會|基金會|補習班|聯誼會)$/u;

/** → what stands against it; empty when it may be put before an operator. */
export function judgeOrganisation(application: OrganisationApplication): readonly Finding[] {
  const { name, kind, forwardedBy, forwardedNo, contact } = application;
  const entry = kindOf(kind);
  const found: Finding[] = [];
  const refuse = (field: string, clause: string, text: string) =>
    void found.push({ rule: 'who-may-join', verdict: 'refused', clause, field, text });
  if (!says(name, 3) || name.length > 60) refuse('name', '附件一 四-(一)', '請填機關全名（3 到 60 個字）。');
  const wrong = entry && misnamed(name, entry.kind);
  if (entry && says(name, 3) && wrong) refuse('name', entry.clause, wrong);
  if (!entry) {
    refuse('kind', '附件一 三', '請選擇機關類別。只有這五類可以申請介接；其他組織不能介接本平臺。');
  } else if (entry.by) {
    if (!says(forwardedBy))
      refuse('forwardedBy', entry.clause, `這類組織要先函報${entry.by}，由該機關同意後轉送。請填轉送的機關。`);
    else if (kind === 'university' && !/教育部/u.test(forwardedBy))
      refuse('forwardedBy', entry.clause, '大專校院的申請要由教育部同意後轉送，轉送機關請填「教育部」。');
    else if (kind === 'supervised' && !isCentral(forwardedBy))
      refuse('forwardedBy', entry.clause, '轉送機關要是中央目的事業主管機關，例如金融監督管理委員會、經濟部。');
    if (!/[\p{L}].*\d{4,}/u.test(forwardedNo))
      refuse('forwardedNo', entry.clause, '請填轉送公文的字號，例如「臺教資（三）字第 1150012345 號」。');
  }
  if (!says(contact.unit)) refuse('contactUnit', '附件一 四-(一)', '請填承辦單位。');
  if (!isPhone(contact.phone)) refuse('contactPhone', '附件一 四-(一)', '請填承辦單位的電話，例如 05-3620123。');
  if (!isEmail(contact.email)) refuse('contactEmail', '附件一 四', '請填公務電子郵件，審查結果會寄到這裡。');
  return found;
}
