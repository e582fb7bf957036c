import { isEmail, isPhone, question, refused, says, unsaid, type Rule } from './rule.ts';

/** Somebody to ask: a number, an address, or a word for it. */
const namesContact = /(電話|專線|聯絡|聯繫|洽詢|洽|信箱|電子郵件|@|\d{3,}|contact|phone|e-?mail)/iu;

/** 附件一 四-(一), 五-(二)-2: the application form is complete, and the resident can read the terms and ask someone. */
export const statedRule: Rule = {
  id: 'stated',
  clause: '附件一 四-(一)、五-(二)-2',
  title: '申請表填寫完整',
  check: ({ name, modes, terms, contact }, context) => [
    ...(says(name) ? [] : [refused('name', '請填民眾看到的服務名稱。')]),
    ...(name.length > 60 ? [refused('name', '服務名稱請在 60 個字以內。')] : []),
    ...(modes.length ? [] : [refused('modes', '請選擇線上申辦、臨櫃核驗，或兩者都有。')]),
    ...(says(terms, 10) ? [] : [refused('terms', '請填民眾同意前要看到的服務條款（至少 10 個字）。')]),
    ...(says(contact.unit) ? [] : [refused('contactUnit', '請填承辦單位。')]),
    ...(isPhone(contact.phone) ? [] : [refused('contactPhone', '請填承辦單位的電話，例如 05-3620123。')]),
    ...(isEmail(contact.email)
      ? []
      : [
          (contact.email ? refusedAt : unsaid)(
            context,
            'contactEmail',
            '請填承辦單位的公務電子郵件，例如 service@example.gov.tw。',
          ),
        ]),
    ...(context.stage === 'live' && says(terms, 10) && !namesContact.test(terms)
      ? [question('terms', '條款沒有寫有問題或要行使權利時找誰。是否已在服務的頁面寫明？')]
      : []),
  ],
};

const refusedAt: typeof unsaid = (_, ...said) => refused(...said);
