/** 領隊人員執業證資訊(合法效期內) (dataset 42): the licence in force. Field names assumed. */
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
            ['leader_type', 'licence_kind'],
            '領隊類別',
            'kind of tour manager',
            { 1: '華語領隊人員', 2: '外語領隊人員' },
            '外語領隊人員',
          ),
          '外語領隊可以帶團到國外、大陸、香港、澳門；華語領隊只能到大陸、香港、澳門。',
          'Managers with a foreign language lead tours abroad; those with Mandarin only to the mainland, Hong Kong and Macao.',
        ),
      ]),
    },
  ],
};

export const tourManagerLicence = defineDataset(
  {
    no: 42,
    id: 'API.K9bqFL5DeA',
    idIs: 'assumed',
    name: { 'zh-Hant': '領隊人員執業證資訊(合法效期內)', en: 'Valid licences of tour managers' },
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
