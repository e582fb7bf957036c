/** 遺眷家戶代表證 (dataset 82). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const bereavedFamilyRepresentativeCard = defineDataset({
  no: 82,
  id: 'API.P8cgpPoPsn',
  idIs: 'assumed',
  name: { 'zh-Hant': '遺眷家戶代表證', en: 'Card of the representative of a bereaved family' },
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
});
