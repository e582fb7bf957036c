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
          '榮民是第一類退除役官兵；第二類另有權益卡。',
          'Holders of this card are first-category veterans; the second category has a card of its own',
        ),
        about(
          text(['qualification', 'qualification_ground'], '榮民資格', 'ground of the status', '志願服現役滿10年以上'),
          '取得榮民身分的條件，依國軍退除役官兵輔導條例。',
          'What the status rests on, under the veterans assistance act',
        ),
        ...service,
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
