import { question, refused, type Rule } from './rule.ts';

const lookUpWords = /(查詢|查閱|檢視|瀏覽|查調)/u;
const applicationWords =
  /(申請|申辦|登記|核發|補發|換發|報名|補助|減免|津貼|給付|繳|開業|變更|預約|領取|救助|備查|報備)/u;

/** 手冊 參-一-(四): an application, online or at a counter; nothing that only looks up. */
export const pureLookUpRule: Rule = {
  id: 'pure-look-up',
  clause: '手冊 參-一-(四)',
  title: '不發展純查詢類服務',
  check({ kind, name, purpose }) {
    if (kind === 'look-up')
      return [refused('kind', 'MyData 以線上或臨櫃申辦服務為主，不介接純查詢的服務。請改為民眾要辦理的申辦項目。')];
    if (kind === '') return [refused('kind', '請選擇這個服務是申辦，還是查詢。')];
    // The words alone decide nothing, but they are reason enough to ask.
    if (lookUpWords.test(name) && !applicationWords.test(name + purpose))
      return [question('name', `服務名稱「${name}」像是查詢。民眾用它申辦什麼？`)];
    return [];
  },
};
