/** 第二類退除役官兵權益卡 (dataset 83): the card of those who served four to ten years. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { card, contact, holder, service, serviceOffice, slashDate } from './veteran-columns.ts';

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        ...holder,
        ...card({ zh: '第二類退除役官兵權益卡', en: 'benefits card' }, '權字第0990002號'),
        about(
          text(['category', 'veteran_category'], '退除役官兵類別', 'category of veteran', '第二類退除役官兵'),
          '志願服現役滿 4 年、未滿 10 年退伍的人。',
          'Those discharged after at least four and less than ten years of voluntary service',
        ),
        ...service('2005-07-01', '2013-06-30', '8'),
        about(
          text(['grade', 'benefit_grade'], '輔導分級', 'grade of the benefits', '第5級'),
          '依服役年資分成 6 級，級別不同，輔導期限也不同。',
          'One of six grades by years of service; each has its own length of benefits',
        ),
        about(
          slashDate(['benefitBegin', 'valid_from_date'], '輔導期限起日', 'first day of the benefits', '2013-06-30'),
          '從退伍日起算；就學、就業、就醫和急難救助等輔導從這天起可以申請。',
          'Counted from the discharge; help with study, work, health and hardship may be asked for from this day',
        ),
        about(
          slashDate(['benefitEnd', 'valid_until_date'], '輔導期限迄日', 'last day of the benefits', '2027-06-29'),
          '輔導可以申請到這一天；期限依服役年資，從 6 年到 16 年不等。',
          'Last day of that help: six to sixteen years, by the years of service',
        ),
        ...contact,
        serviceOffice,
      ],
    },
  ],
};

export const secondCategoryVeteranCard = defineDataset(
  {
    no: 83,
    id: 'API.IurRZuT2B2',
    idIs: 'assumed',
    name: { 'zh-Hant': '第二類退除役官兵權益卡', en: 'Benefits card of second-category veterans' },
    ministry: '退輔會',
    unit: '',
    ...offices.veterans,
    category: 'military',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
