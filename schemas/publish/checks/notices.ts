/** What residents are told before anything is collected: 個人資料保護法 art. 8 (six items) and art. 9 (source). */
import { isPurposeCode } from '../../services/purposes.ts';
import type { Service } from '../../services/types.ts';
import type { Text } from '../../text.ts';
import { isBlank } from '../blank.ts';
import { blocks, say, warns, type Check, type Finding } from '../check.ts';
import { standardNotices } from '../standard-notices.ts';

const at = (service: Service, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((node, key) => (node as { readonly [key: string]: unknown } | undefined)?.[key], service);

const isEmpty = (value: unknown): boolean =>
  isBlank(typeof value === 'string' ? value : (value as Text | undefined)?.['zh-Hant']);

const needed = (
  service: Service,
  rows: readonly (readonly [key: string, zh: string, en: string])[],
): readonly Finding[] =>
  rows.flatMap(([key, zh, en]) => {
    const keys = key.split('.');
    if (!isEmpty(at(service, keys))) return [];
    const standard = standardNotices[key];
    return [
      blocks(
        'text-missing',
        say(`還沒有填寫「${zh}」。`, `"${en}" is not written yet.`),
        { service: keys },
        standard && {
          label: say('填入範本文字', 'Use the standard text'),
          commands: [{ id: 'set-service', args: { of: 'service', keys, value: standard } }],
        },
      ),
    ];
  });

export const serviceTexts: Check = {
  group: 'texts',
  code: 'service-texts',
  done: say('服務名稱、說明、聯絡方式和法律依據都有了', 'Name, summary, contact and legal basis are there'),
  find: ({ document: { service, form } }) => [
    ...needed(service, [
      ['name', '服務名稱', 'Name of the service'],
      ['summary', '服務說明', 'Summary'],
      ['audience', '誰可以申請', 'Who can apply'],
      ['fee', '費用', 'Fee'],
      ['contact.unit', '承辦單位', 'Office in charge'],
      ['contact.phone', '聯絡電話', 'Phone'],
      ['contact.hours', '服務時間', 'Office hours'],
      ['legalBasis', '法律依據', 'Legal basis'],
      ['manual', '不使用 MyData 時怎麼申請', 'How to apply without MyData'],
    ]),
    ...(isEmpty(form.title)
      ? [
          blocks(
            'form-title',
            say('還沒有填寫表單標題。', 'The form has no title yet.'),
            { service: ['form', 'title'] },
            isEmpty(service.name)
              ? undefined
              : {
                  label: say('用服務名稱', "Use the service's name"),
                  commands: [{ id: 'set-service', args: { of: 'form', keys: ['title'], value: service.name } }],
                },
          ),
        ]
      : []),
  ],
};

/** A form never names another county than the one whose organisation publishes it. */
export const countyNamed: Check = {
  group: 'texts',
  code: 'county-named',
  done: say('寫的是本縣市的名稱', 'The county named is our own'),
  find: ({ document: { service }, county: own }) => {
    if (own === undefined || service.county === own) return [];
    return [
      blocks(
        'county-foreign',
        say(
          `這份表單寫的是「${service.county}」，本縣市是「${own}」。`,
          `The form names ${service.county}, not ${own}.`,
        ),
        { service: ['county'] },
        {
          label: say(`改成「${own}」`, `Name ${own}`),
          commands: [{ id: 'set-service', args: { of: 'service', keys: ['county'], value: own } }],
        },
      ),
    ];
  },
};

export const purposes: Check = {
  group: 'texts',
  code: 'purposes',
  done: say('特定目的和法定代碼都有了', 'The purpose and its official codes are there'),
  find: ({ document: { service } }) => [
    ...(service.purposes.length
      ? []
      : [
          blocks('purpose-code', say('還沒有選擇特定目的代碼。', 'No official purpose code is chosen yet.'), {
            service: ['purposes'],
          }),
        ]),
    ...service.purposes
      .filter(({ code }) => !isPurposeCode(code))
      .map(({ code }) =>
        blocks(
          'purpose-unknown',
          say(`沒有「${code}」這個特定目的代碼。`, `There is no official purpose code ${code}.`),
          { service: ['purposes'] },
        ),
      ),
    ...needed(service, [['purpose', '蒐集目的', 'Purpose']]),
  ],
};

export const notice: Check = {
  group: 'texts',
  code: 'notice',
  done: say('個資法第 8 條六項和第 9 條來源都告知了', 'The six items of art. 8 and the source of art. 9 are told'),
  find: ({ document: { service } }) => [
    ...needed(service, [
      ['agency', '蒐集機關（第 1 款）', 'Who collects (1)'],
      ['notice.dataClasses', '個人資料的類別（第 3 款）', 'Classes of data (3)'],
      ['notice.period', '利用期間（第 4 款）', 'Period of use (4)'],
      ['notice.area', '利用地區（第 4 款）', 'Area of use (4)'],
      ['notice.recipients', '利用對象（第 4 款）', 'Who uses it (4)'],
      ['notice.manner', '利用方式（第 4 款）', 'How it is used (4)'],
      ['notice.rights', '當事人的權利（第 5 款）', 'Your rights (5)'],
      ['notice.ifRefused', '不提供時的影響（第 6 款）', 'If it is not given (6)'],
      ['notice.source', '資料來源（第 9 條）', 'Source of the data (art. 9)'],
    ]),
    ...(service.retentionDays >= 1
      ? []
      : [
          warns('retention', say('請設定申請資料保存幾天。', 'Say how many days applications are kept.'), {
            service: ['retentionDays'],
          }),
        ]),
  ],
};
