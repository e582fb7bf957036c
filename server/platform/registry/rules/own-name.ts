import { counties } from '#schemas/taiwan/counties.ts';
import { question, type Rule } from './rule.ts';

/** 台 is written for 臺 as often as not. */
const plain = (text: string): string => text.replaceAll('台', '臺');

/** 附件一 四-(一): residents read at the platform who asks; a name that says another county would tell them wrong. */
export const ownNameRule: Rule = {
  id: 'own-name',
  clause: '附件一 四-(一)',
  title: '服務名稱是申請機關的',
  check({ name }, { organisationName }) {
    if (organisationName === undefined) return [];
    const others = counties.filter((one) => plain(name).includes(one) && !plain(organisationName).includes(one));
    return others.length
      ? [question('name', `服務名稱寫的是${others.join('、')}，申請的是${organisationName}。是否受其委託辦理？`)]
      : [];
  },
};
