import { question, refused, unsaid, type Rule } from './rule.ts';

/** The handbook's example (表 2 前, 圖 10): 教育部國教署 offers it to all. */
const knownCentral = /高中職|高級中等學校/u;

/** 手冊 參-一-(二): what the central agency already offers online, a local government does not offer again. */
export const centralServiceRule: Rule = {
  id: 'central-service',
  clause: '手冊 參-一-(二)',
  title: '中央機關已有線上申辦的，地方不重複規劃',
  check({ name, centralService }, context) {
    const { stage, organisation } = context;
    if (organisation !== 'local-government') return [];
    if (centralService === '') return [unsaid(context, 'centralService', '請選擇中央機關是否已有這項線上申辦。')];
    if (centralService === 'exists')
      return [
        refused('centralService', '中央業務主管機關已有線上申辦系統，地方政府不宜重複規劃。請引導民眾使用中央的服務。'),
      ];
    if (knownCentral.test(name) && /學雜費/u.test(name))
      return [question('name', '教育部國教署已有高中職學雜費減免的線上申辦。這項服務有什麼不同？')];
    return stage === 'live'
      ? [question('centralService', `中央業務主管機關是否已規劃或建置「${name}」的線上申辦？`)]
      : [];
  },
};
