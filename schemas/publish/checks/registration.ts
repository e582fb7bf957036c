/**
 * What the platform asks of a registration and only the office knows: whom its people write to, whether the facts can be looked
 * up (手冊 參-一-(一)), whether a central agency offers it already (參-一-(二)), and the ground for special categories. Not said
 * is a reminder, as the register asks for it later; said half, or against itself, blocks.
 */
import { catalogue } from '../../datasets/catalogue.ts';
import type { ResourceId } from '../../mapping/types.ts';
import { datasetsAsked } from '../../services/check-service.ts';
import { isOfficeEmail } from '../../services/office-email.ts';
import type { ReplacedProof, Service } from '../../services/types.ts';
import type { Text } from '../../text.ts';
import { isBlank } from '../blank.ts';
import { blocks, say, warns, type Check, type Finding } from '../check.ts';

const nameOf = (id: ResourceId): Text => catalogue.get(id)?.name ?? say(id, id);

const isEmpty = (text: Text | undefined): boolean => isBlank(text?.['zh-Hant']);

function email({ contact }: Service): readonly Finding[] {
  const at = { service: ['contact', 'email'] };
  if (contact.email === undefined)
    return [
      warns(
        'email-unsaid',
        say(
          '還沒有填寫承辦單位的電子郵件，MyData 平臺審查時要聯絡得到承辦單位。',
          "The office's e-mail is not written yet; the platform's people need it.",
        ),
        at,
      ),
    ];
  if (isOfficeEmail(contact.email)) return [];
  return [
    blocks(
      'email-wrong',
      say(
        '承辦單位的電子郵件寫法不對，請寫成像 social@example.gov.tw 的樣子。',
        'The e-mail of the office is not one; write it like social@example.gov.tw.',
      ),
      at,
    ),
  ];
}

function lookUp(dataset: ResourceId, proof: ReplacedProof | undefined): readonly Finding[] {
  const at = (key: string) => ({ service: ['replaces', dataset, key] });
  const { 'zh-Hant': zh, en } = nameOf(dataset);
  switch (proof?.lookUp) {
    case undefined:
      return [
        warns(
          'look-up-unsaid',
          say(
            `還沒有選擇機關能不能自行查調「${zh}」，MyData 平臺審查時會問。`,
            `Whether the office can look ${en} up is not said yet; the platform will ask.`,
          ),
          at('lookUp'),
        ),
      ];
    case 'yes':
      return [
        blocks(
          'look-up-possible',
          say(
            `機關可以自行查調「${zh}」，就不能再向民眾要求（手冊 參-一-(一)）。請移除這項資料集；如果選錯了，請改正。`,
            `The office can look ${en} up, so residents are not asked for it (handbook 參-一-(一)). Remove the dataset, or correct what is said.`,
          ),
          at('lookUp'),
        ),
      ];
    case 'in-part':
      return isEmpty(proof.lookUpNote)
        ? [
            blocks(
              'look-up-note',
              say(
                `「${zh}」只能查到一部分，請說明為什麼查調還不夠。`,
                `Say why it is not enough to look ${en} up in part.`,
              ),
              at('lookUpNote'),
            ),
          ]
        : [];
    case 'no':
      return [];
  }
}

function central({ centralService }: Service): readonly Finding[] {
  const at = { service: ['centralService'] };
  if (centralService === 'none') return [];
  return [
    centralService === 'exists'
      ? warns(
          'central-exists',
          say(
            '中央機關已有這項線上申辦，MyData 平臺不會同意地方政府再規劃（手冊 參-一-(二)）。請引導民眾使用中央的服務。',
            'A central agency offers this online: the platform will not agree to a second one (handbook 參-一-(二)).',
          ),
          at,
        )
      : warns(
          'central-unsaid',
          say(
            '還沒有選擇中央機關是否已有這項線上申辦，MyData 平臺審查時會問。',
            'Whether a central agency offers this online is not said yet; the platform will ask.',
          ),
          at,
        ),
  ];
}

function special(service: Service): readonly Finding[] {
  const names = datasetsAsked(service)
    .filter((id) => catalogue.get(id)?.specialCategory)
    .map(nameOf);
  const [zh, en] = [names.map((one) => `「${one['zh-Hant']}」`).join('、'), names.map((one) => one.en).join(', ')];
  const stated = service.special;
  if (!stated)
    return names.length
      ? [
          warns(
            'special-unsaid',
            say(
              `${zh}含有特種個人資料，還沒有寫明依據個資法第 6 條的哪一款、哪一個法規。`,
              `${en} holds special categories of data; the ground under article 6 is not stated yet.`,
            ),
            { service: ['special', 'basis'] },
          ),
        ]
      : [];
  return [
    ...(isEmpty(stated.basis)
      ? [
          blocks(
            'special-basis',
            say('特種個人資料的法律依據還沒有填寫。', 'The legal basis for special categories is not written yet.'),
            { service: ['special', 'basis'] },
          ),
        ]
      : []),
    ...(names.length && !stated.writtenConsent
      ? [
          blocks(
            'special-consent',
            say(
              `要求${zh}時，要取得民眾的書面同意（電子的也可以），請勾選。`,
              `${en} needs the resident's written consent (electronic will do); tick it.`,
            ),
            { service: ['special', 'writtenConsent'] },
          ),
        ]
      : []),
  ];
}

export const registrationStated: Check = {
  group: 'registration',
  code: 'registration-stated',
  done: say('MyData 平臺登錄要問的事項都寫明了', 'What the platform asks of a registration is said'),
  find: ({ document: { service } }) => [
    ...email(service),
    ...[...new Set(datasetsAsked(service))].flatMap((id) =>
      lookUp(
        id,
        service.replaces.find(({ dataset }) => dataset === id),
      ),
    ),
    ...central(service),
    ...special(service),
  ],
};

/** What may be absent, but not with its English alone. */
export const optionalTexts: Check = {
  group: 'texts',
  code: 'optional-texts',
  done: say('選填的文字都有中文', 'No optional text lacks its Chinese'),
  find: ({ document: { service } }) =>
    (
      [
        [service.extraDatasetsBasis, ['extraDatasetsBasis'], '要求超過五項資料集的法律依據', 'Basis for more datasets'],
        [
          service.agentBasis,
          ['agentBasis'],
          '臨櫃可由代理人代辦的法律依據',
          'Law that lets another act at the counter',
        ],
        ...service.replaces
          .filter(({ lookUp: can }) => can !== 'in-part')
          .map(
            ({ dataset, lookUpNote }) =>
              [
                lookUpNote,
                ['replaces', dataset, 'lookUpNote'],
                `查調「${nameOf(dataset)['zh-Hant']}」還不夠的原因`,
                `Why looking ${nameOf(dataset).en} up is not enough`,
              ] as const,
          ),
      ] as const
    ).flatMap(([text, keys, zh, en]) =>
      text && isEmpty(text)
        ? [
            blocks(
              'text-half',
              say(`「${zh}」只有英文，請補上中文，或兩個都清空。`, `"${en}" has no Chinese; write it, or empty both.`),
              { service: keys },
            ),
          ]
        : [],
    ),
};
