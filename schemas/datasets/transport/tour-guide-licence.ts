/** 導遊人員執業證資訊(合法效期內) (dataset 41): the licence in force. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { tourLicenceColumns } from './tour-licence-columns.ts';

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: tourLicenceColumns([
        about(
          code(
            ['guide_type', 'licence_kind'],
            '導遊類別',
            'kind of guide',
            { 1: '華語導遊人員', 2: '外語導遊人員' },
            '外語導遊人員',
          ),
          '外語導遊可以接待該語言的國外旅客；華語導遊接待大陸、港澳與華語旅客。',
          'Guides of a foreign language guide visitors of that language; guides of Mandarin those who speak Chinese.',
        ),
      ]),
    },
  ],
};

export const tourGuideLicence = defineDataset(
  {
    no: 41,
    id: 'API.C4YsuD0pWZ',
    idIs: 'assumed',
    name: { 'zh-Hant': '導遊人員執業證資訊(合法效期內)', en: 'Valid licences of tour guides' },
    ministry: '交通部',
    unit: '觀光局',
    ...offices.tourism,
    category: 'transport',
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
