import { namesLaw, question, refused, says, type Rule } from './rule.ts';

/** 個資法第 15 條, 第 19 條: collecting needs a ground. */
export const legalBasisRule: Rule = {
  id: 'legal-basis',
  clause: '個人資料保護法第 15 條、第 19 條',
  title: '蒐集的法律依據',
  check({ legalBasis }) {
    if (!says(legalBasis, 4))
      return [refused('legalBasis', '請寫明辦理這項服務的法規與條文，例如「社會救助法第 21 條」。')];
    return namesLaw(legalBasis)
      ? []
      : [question('legalBasis', `「${legalBasis.trim()}」看不出是哪一部法規。辦理這項服務的依據是什麼？`)];
  },
};
