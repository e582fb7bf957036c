/** 全國志工服務時數 (dataset 60). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const volunteerHours = defineDataset({
  no: 60,
  id: 'API.Ev4zr0WpdE',
  idIs: 'observed',
  name: { 'zh-Hant': '全國志工服務時數', en: 'Volunteer service hours nationwide' },
  ministry: '衛福部',
  unit: '社工司',
  ...offices.volunteer,
  category: 'social-welfare',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
