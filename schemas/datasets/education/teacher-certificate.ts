/** 高級中等以下學校及幼兒園教師證 (dataset 93). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const teacherCertificate = defineDataset({
  no: 93,
  id: 'API.2cGBhhC8cx',
  idIs: 'assumed',
  name: {
    'zh-Hant': '高級中等以下學校及幼兒園教師證',
    en: 'Certificate of teachers of senior high schools and below, and of kindergartens',
  },
  ministry: '教育部',
  unit: '',
  ...offices.teacher,
  category: 'education',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
