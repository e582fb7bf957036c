import { question, refused, type Rule } from './rule.ts';

const lookUpWords = /(查詢|查閱|檢視|瀏覽|查調|查看|檢索|調閱)|\b(?:look ?up|view|browse|query)\b/iu;
const applicationWords =
  /(申請|申辦|登記|核發|補發|換發|報名|補助|減免|津貼|給付|繳|開業|變更|預約|領取|救助|備查|報備)/u;
/** Of a purpose, also what the office does with an application. */
const handlingWords = new RegExp(
  `${applicationWords.source}|(審核|審查|核定|發給|受理|辦理|資格|發放|評估|評定|核准)`,
  'u',
);
/** The person is the one who looks. */
const personLooks =
  /(讓|供|方便|便利|協助|以利|使|提供)(民眾|當事人|本人|申請人|使用者|縣民|市民|鄉親|您)[^。；，\n]{0,12}(查詢|查閱|檢視|瀏覽|查看|檢索|查調|了解自己|看到)/u;

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
    if (lookUpWords.test(purpose) && !handlingWords.test(purpose))
      return [question('purpose', '目的寫的像是查詢或檢視，看不出要辦理什麼。民眾用它申辦什麼？')];
    const looks = personLooks.exec(purpose)?.[0];
    if (looks) return [question('purpose', `目的寫「${looks}」，像是讓民眾查詢。取得的資料用來審核什麼申請？`)];
    return [];
  },
};
