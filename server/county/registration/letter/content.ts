/**
 * What stands in the application 申請表 for a service, to be stamped and sent (手冊 附件一 四-(一)): organisation, service, each
 * dataset with its fields and the proof that it replaces, legal basis, addresses, contact. Pure: the same content becomes an
 * ODT and a PDF. What a document does not say is shown as open, to be filled in by hand.
 */
import { dateInTaiwan } from '#schemas/taiwan/calendar.ts';
import { catalogue, datasets } from '#schemas/datasets/catalogue.ts';
import { type Asked, type DatasetAsked } from '#schemas/services/asked.ts';
import { askedDifferences } from '#schemas/services/asked-differences.ts';
import { formatRocDate } from '#schemas/taiwan/roc-date.ts';

export interface Letter {
  readonly title: string;
  readonly subtitle: string;
  readonly parts: readonly LetterPart[];
}

/** Rows of two, a list, or a table with a head. */
export type LetterPart =
  | { readonly heading: string; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly heading: string; readonly items: readonly string[] }
  | {
      readonly heading: string;
      readonly head: readonly string[];
      readonly table: readonly (readonly string[])[];
    };

export interface LetterInput {
  readonly organisation: string;
  readonly asked: Asked;
  /** What is registered now; absent: nothing is. */
  readonly registered?: Asked;
  readonly clientId?: string;
  readonly returnUrl: string;
  readonly spApiUrl: string;
  /** Of the outgoing connection; where none is named it is filled in by hand. */
  readonly addresses: readonly string[];
  readonly now: Date;
}

/** To be written by hand. */
const open = '（請填寫）';

const said = (text: string): string => text.trim() || open;

/**
 * A change 異動 where something is registered, else a new service 新增; dated by the day of Taipei in the ROC era. Has no
 * key: the platform gives those out.
 */
export function letterOf(input: LetterInput): Letter {
  const { organisation, asked, registered, clientId, returnUrl, spApiUrl, addresses, now } = input;
  const day = dateInTaiwan(now);
  return {
    title: registered ? 'MyData 平臺介接服務異動申請表' : 'MyData 平臺介接服務申請表',
    subtitle: `${organisation}\u3000中華${formatRocDate(day) ?? day}`,
    parts: [
      {
        heading: '一、申請機關',
        rows: [
          ['機關名稱', organisation],
          ['承辦單位', said(asked.contact.unit)],
          ['電話', said(asked.contact.phone)],
          ['電子郵件', said(asked.contact.email)],
        ],
      },
      {
        heading: '二、服務',
        rows: [
          ['服務名稱', asked.name],
          ...(clientId ? [['服務代碼（client_id）', clientId] as const] : []),
          ['申請類別', registered ? '異動' : '新增'],
          ['服務性質', { application: '申辦', 'look-up': '查詢', '': open }[asked.kind]],
          ['辦理方式', asked.modes.map((mode) => ({ online: '線上申辦', counter: '臨櫃核驗' })[mode]).join('、')],
          ['申請人', asked.applicant === 'agent' ? `本人或代理人（依據：${said(asked.agentBasis)}）` : '本人'],
          ['蒐集目的', said(asked.purpose)],
          ['特定目的', said(asked.purposeCodes.join('、'))],
          ['個人資料類別', said(asked.dataClasses.join('、'))],
          ['法律依據', said(asked.legalBasis)],
          ['中央機關是否已有線上申辦', { none: '沒有', exists: '有', '': open }[asked.centralService]],
          ['保存期間', asked.retentionDays === undefined ? open : `${asked.retentionDays} 天`],
        ],
      },
      {
        heading: `三、資料集（${asked.datasets.length} 項）`,
        head: ['資料集', '提供機關', '欄位'],
        table: asked.datasets.map((one) => [
          `${nameOf(one.id)}\n${one.id}`,
          catalogue.get(one.id)?.agency['zh-Hant'] ?? '',
          fieldsOf(one),
        ]),
      },
      ...choices(asked),
      ...(asked.datasets.length > 5
        ? [
            {
              heading: '超過五項資料集的法律依據（參-一-(六)）',
              rows: [['依據', said(asked.extraDatasetsBasis)] as const],
            },
          ]
        : []),
      {
        heading: '四、取代的證明文件與依據',
        head: ['資料集', '取代的證明文件', '要求檢附的規定', '能否自行查調'],
        table: asked.datasets.map((one) => [nameOf(one.id), said(one.document), said(one.rule), lookUp(one)]),
      },
      ...special(asked),
      {
        heading: '五、介接位址',
        rows: [
          ['返回位址（returnUrl）', returnUrl],
          ['SP-API 位址', spApiUrl],
          ['對外連線的 IP 位址', addresses.join('、') || open],
        ],
      },
      { heading: '六、告知事項與服務條款', items: asked.terms.split('\n').map(said) },
      ...changes(asked, registered),
      {
        heading: '核章',
        head: ['承辦人', '單位主管', '機關首長'],
        table: [['\n\n', '\n\n', '\n\n']],
      },
    ],
  };
}

const nameOf = (id: string): string => catalogue.get(id)?.name['zh-Hant'] ?? id;

/** As the agency's dataset names them; a dataset without fields, or asked for as a document, comes whole. */
function fieldsOf({ id, fields }: DatasetAsked): string {
  if (!fields.length || fields.includes('$')) return '整份文件';
  const known = datasets.get(id)?.fields ?? [];
  return fields.map((path) => known.find((field) => field.path === path)?.label['zh-Hant'] ?? path).join('、');
}

const choices = ({ anyOf = [] }: Asked): LetterPart[] =>
  anyOf.length
    ? [
        {
          heading: '可由民眾擇一的資料集',
          items: anyOf.map((group) => group.map(nameOf).join('、')),
        },
      ]
    : [];

const lookUp = ({ lookUp: can, lookUpNote }: DatasetAsked): string =>
  [{ no: '不能', 'in-part': '部分', yes: '可以', '': open }[can], lookUpNote].filter(Boolean).join('：');

function special({ datasets: asked, specialBasis, specialConsent }: Asked): LetterPart[] {
  const any = asked.filter(({ id }) => catalogue.get(id)?.specialCategory);
  return any.length
    ? [
        {
          heading: '特種個人資料（個人資料保護法第 6 條）',
          rows: [
            ['資料集', any.map(({ id }) => nameOf(id)).join('、')],
            ['法律依據', said(specialBasis)],
            ['取得當事人書面同意', specialConsent ? '是' : open],
          ],
        },
      ]
    : [];
}

/** For whoever reviews it: what is asked beyond, or otherwise than, what is registered. */
function changes(asked: Asked, registered: Asked | undefined): LetterPart[] {
  const differences = registered ? askedDifferences(registered, asked) : [];
  return differences.length
    ? [{ heading: '七、與現行登錄的差異', items: differences.map(({ text }) => text['zh-Hant']) }]
    : [];
}
