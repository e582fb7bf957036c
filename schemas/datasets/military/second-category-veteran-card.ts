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
        ...service,
        about(
          slashDate(['benefitBegin', 'valid_from_date'], '權益起日', 'first day of the benefits', '2009-06-30'),
          '就學、就業和職業訓練等輔導措施從這天起可以使用。',
          'Help with study, work and training may be used from this day',
        ),
        about(
          slashDate(['benefitEnd', 'valid_until_date'], '權益迄日', 'last day of the benefits', '2027-06-29'),
          '輔導措施可以使用到這一天；期限依服役年資計算。',
          'Last day of that help; its length depends on the years of service',
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
