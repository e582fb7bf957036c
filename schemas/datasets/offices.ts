/** The agencies that hold the data, as residents know them, and where a wrong value is put right. */
import type { CatalogueEntry } from './types.ts';

type Office = Pick<CatalogueEntry, 'agency' | 'correctedBy'>;

const office = (agency: string, agencyEn: string, correctedBy: string, correctedByEn: string): Office => ({
  agency: { 'zh-Hant': agency, en: agencyEn },
  correctedBy: { 'zh-Hant': correctedBy, en: correctedByEn },
});

export const offices = {
  household: office(
    '內政部戶政司',
    'Department of Household Registration, Ministry of the Interior',
    '任一戶政事務所',
    'any household registration office',
  ),
  land: office(
    '內政部地政司',
    'Department of Land Administration, Ministry of the Interior',
    '土地或房屋所在地的地政事務所',
    'the land office where the land or building lies',
  ),
  tax: office(
    '財政部財政資訊中心',
    'Fiscal Information Agency, Ministry of Finance',
    '戶籍地國稅局或地方稅務機關',
    'the national or local tax office of your registered address',
  ),
  commerce: office(
    '經濟部商業司',
    'Department of Commerce, Ministry of Economic Affairs',
    '公司或商業的登記機關',
    'the office where the company or business is registered',
  ),
  road: office(
    '交通部公路總局',
    'Directorate General of Highways, Ministry of Transportation and Communications',
    '任一監理所（站）',
    'any motor vehicle office',
  ),
  freeway: office(
    '交通部高速公路局',
    'Freeway Bureau, Ministry of Transportation and Communications',
    '電子收費客服中心',
    'the electronic toll customer service',
  ),
  labourInsurance: office(
    '勞動部勞工保險局',
    'Bureau of Labor Insurance, Ministry of Labor',
    '勞工保險局各地辦事處',
    'any office of the Bureau of Labor Insurance',
  ),
  healthInsurance: office(
    '衛生福利部中央健康保險署',
    'National Health Insurance Administration, Ministry of Health and Welfare',
    '健保署各分區業務組或聯絡辦公室',
    'any regional office of the National Health Insurance Administration',
  ),
  socialAffairs: office(
    '衛生福利部社會救助及社工司',
    'Department of Social Assistance and Social Work, Ministry of Health and Welfare',
    '戶籍地鄉鎮市區公所社會課',
    'the social affairs section of the town office of your registered address',
  ),
  disability: office(
    '衛生福利部社會及家庭署',
    'Social and Family Affairs Administration, Ministry of Health and Welfare',
    '戶籍地鄉鎮市區公所社會課',
    'the social affairs section of the town office of your registered address',
  ),
  school: office(
    '教育部國民及學前教育署',
    'K-12 Education Administration, Ministry of Education',
    '就讀或畢業的學校教務處',
    'the academic affairs office of the school',
  ),
} as const satisfies Readonly<Record<string, Office>>;
