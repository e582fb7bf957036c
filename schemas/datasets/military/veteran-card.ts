/** 榮民證 (dataset 81): the card of a first-category veteran. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { card, contact, holder, service, serviceOffice } from './veteran-columns.ts';

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        ...holder,
        ...card({ zh: '榮民證', en: 'veteran’s card' }, '榮字第0990001號'),
        about(
          text(['category', 'veteran_category'], '退除役官兵類別', 'category of veteran', '第一類退除役官兵'),
          '榮民證（榮譽國民證）發給第一類退除役官兵和視同國軍退除役官兵的人；第二類另有權益卡。',
          'This card is for the first category and those treated as veterans; the second has a card of its own',
        ),
        about(
          text(['qualification', 'qualification_ground'], '榮民資格', 'ground of the status', '志願服現役滿10年'),
          '取得榮民身分的條件，依國軍退除役官兵輔導條例，例如志願服現役滿 10 年、曾參加八二三臺海保衛戰役。',
          'What the status rests on under the veterans assistance act, such as ten years of voluntary service or a decisive battle',
        ),
        ...service('1998-07-01', '2018-06-30', '20'),
        code(
          ['careType', 'care_kind'],
          '就養情形',
          'kind of care',
          { 0: '未就養', 1: '內住就養', 2: '外住就養' },
          '未就養',
        ),
        ...contact,
        serviceOffice,
      ],
    },
  ],
};

export const veteranCard = defineDataset(
  {
    no: 81,
    id: 'API.Nd2nfYqE75',
    idIs: 'assumed',
    name: { 'zh-Hant': '榮民證', en: 'Veteran’s card' },
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
