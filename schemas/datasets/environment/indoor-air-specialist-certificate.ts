/** 室內空氣品質維護管理專責人員證書 (dataset 69): for public premises that must keep their indoor air. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { text } from '../../normalise/columns.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { appointments, certificateShape } from './certificate-columns.ts';

const shape = certificateShape({
  title: '室內空氣品質維護管理專責人員合格證書',
  number: '(110)環署訓證字第IA000001號',
  own: [
    about(
      text(['premisetype', 'premises_kind'], '公告場所類別', 'class of premises', '政府機關', 'plain'),
      '設置場所在公告中的類別，例如政府機關、醫療機構、展覽場所。',
      'Class of the premises under the public notice, such as government office, hospital or exhibition hall.',
    ),
    about(
      text(['qualification', 'qualification'], '參訓資格', 'admitted to training as', '大學環境工程學系畢業'),
      '參加訓練時採認的學歷或工作經歷。',
      'The education or experience by which the person was admitted.',
    ),
  ],
  rows: [appointments],
});

export const indoorAirSpecialistCertificate = defineDataset(
  {
    no: 69,
    id: 'API.Bqi3ybjxco',
    idIs: 'assumed',
    name: {
      'zh-Hant': '室內空氣品質維護管理專責人員證書',
      en: 'Certificate of indoor air quality management specialists',
    },
    ministry: '環保署',
    unit: '',
    ...offices.environment,
    category: 'environment',
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
