/** Payloads as received, for tests of the mapping. */
import { datasets } from '../../datasets/catalogue.ts';
import type { JsonValue } from '../../datasets/types.ts';
import type { ReceivedDataset } from '../map.ts';
import type { Provenance } from '../types.ts';

export const personal = 'API.7QovE2Gev6';
export const household = 'API.UDauDOLyZg';
export const lowIncome = 'API.AbAYGIjoYw';
export const vehicle = 'API.60GGfgGX1A';

export const provenanceOf = (dataset: string): Provenance => ({
  dataset,
  datasetName: datasets.get(dataset)?.name['zh-Hant'] ?? '',
  agency: datasets.get(dataset)?.agency['zh-Hant'] ?? '',
  issuedAt: '2026-11-23T09:00:00+08:00',
  packageDigest: '0'.repeat(64),
});

export const received = (dataset: string, payload: JsonValue): [string, ReceivedDataset] => {
  const known = datasets.get(dataset);
  if (!known) throw new Error(dataset);
  return [dataset, { normalised: known.normalise(payload), provenance: provenanceOf(dataset) }];
};

export const chen = {
  person_id: 'A123456789',
  person_name: '陳筱玲',
  birth_yyymmdd: '0730315',
  birth_order_sex: '次女',
  marriage_code: '有偶',
  spouse_name: '',
  register_content: ['一', '二'],
  householdAddress: {
    from_site_id: '臺灣省嘉義縣太保市',
    village: '祥和里',
    neighbor: '001',
    neighbor_char: '鄰',
    street_doorplate: '祥和一路東段１號',
  },
};

export const family = {
  personHouseholdData21: [
    { person_id: 'A123456789', person_name: '林志遠', relationship: '戶長', birth_yyymmdd: '0710702' },
    { person_id: 'A800000014', person_name: '陳筱玲', relationship: '配偶', birth_yyymmdd: '0730231' },
    { person_id: 'X-1', person_name: '林宥辰', relationship: '長男', birth_yyymmdd: '' },
  ],
  householdBasicData21: { household_id: 'Q1020304' },
};
