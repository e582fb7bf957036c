/** 全國高級中等學校學生學籍狀態或畢業紀錄-105學年度迄今 (dataset 92). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const seniorHighSchoolStatus = defineDataset({
  no: 92,
  id: 'API.UbwT0ojLZ1',
  idIs: 'observed',
  name: {
    'zh-Hant': '全國高級中等學校學生學籍狀態或畢業紀錄-105學年度迄今',
    en: 'Student status or graduation record at senior high schools nationwide, since the 2016 school year',
  },
  ministry: '教育部',
  unit: '國教署',
  ...offices.school,
  category: 'education',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
