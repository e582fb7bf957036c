import { namesLaw, question, refused, says, type Rule } from './rule.ts';

/** 手冊 參-一-(七): the person applies; another only with a legal basis, after the platform has agreed. */
export const actingForAnotherRule: Rule = {
  id: 'acting-for-another',
  clause: '手冊 參-一-(七)',
  title: '以當事人申請為原則',
  check({ applicant, agentBasis }) {
    if (applicant === 'self') return [];
    if (applicant === '') return [refused('applicant', '請選擇由誰申請。')];
    if (!says(agentBasis, 4) || !namesLaw(agentBasis))
      return [refused('agentBasis', '由他人代為辦理時，請寫明相關法源依據；本平臺評估並同意後才能推行。')];
    return [question('agentBasis', `由他人代辦，敘明的法源依據是「${agentBasis.trim()}」。是否同意？`)];
  },
};
