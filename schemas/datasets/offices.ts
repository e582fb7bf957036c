/**
 * The agencies that hold the data, under the names that residents know today (the handbook's tables are of 2020; several
 * have a new name since), and where a wrong value is put right.
 */
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
  police: office(
    '內政部警政署',
    'National Police Agency, Ministry of the Interior',
    '受理申請或處理事故的警察分局',
    'the police precinct that took the application or handled the accident',
  ),
  immigration: office(
    '內政部移民署',
    'National Immigration Agency, Ministry of the Interior',
    '移民署各縣市服務站',
    'any service center of the National Immigration Agency',
  ),
  conscription: office(
    '內政部役政署',
    'Department of Conscription Administration, Ministry of the Interior',
    '戶籍地鄉鎮市區公所兵役單位',
    'the conscription section of the town office of your registered address',
  ),
  tax: office(
    '財政部財政資訊中心',
    'Fiscal Information Agency, Ministry of Finance',
    '戶籍地國稅局或地方稅務機關',
    'the national or local tax office of your registered address',
  ),
  nationalTax: office(
    '財政部財政資訊中心',
    'Fiscal Information Agency, Ministry of Finance',
    '戶籍地國稅局',
    'the national taxation bureau of your registered address',
  ),
  localTax: office(
    '財政部財政資訊中心',
    'Fiscal Information Agency, Ministry of Finance',
    '財產所在地的地方稅務機關',
    'the local tax office where the property lies',
  ),
  einvoice: office(
    '財政部財政資訊中心',
    'Fiscal Information Agency, Ministry of Finance',
    '開立發票的商店，或電子發票客服中心',
    'the shop that issued the invoice, or the e-invoice customer service',
  ),
  commerce: office(
    '經濟部商業發展署',
    'Administration of Commerce, Ministry of Economic Affairs',
    '公司或商業的登記機關',
    'the office where the company or business is registered',
  ),
  factory: office(
    '經濟部商業發展署',
    'Administration of Commerce, Ministry of Economic Affairs',
    '工廠所在地的縣市政府',
    'the government of the county where the factory lies',
  ),
  water: office(
    '經濟部水利署',
    'Water Resources Agency, Ministry of Economic Affairs',
    '經濟部水利署',
    'the Water Resources Agency',
  ),
  intellectualProperty: office(
    '經濟部智慧財產局',
    'Intellectual Property Office, Ministry of Economic Affairs',
    '智慧財產局各服務處',
    'any service office of the Intellectual Property Office',
  ),
  energy: office(
    '經濟部能源署',
    'Energy Administration, Ministry of Economic Affairs',
    '核發同意或登記的機關',
    'the office that gave the consent or the registration',
  ),
  electricity: office(
    '台灣電力公司',
    'Taiwan Power Company',
    '台電各區營業處',
    'any branch office of Taiwan Power Company',
  ),
  waterSupply: office(
    '台灣自來水公司',
    'Taiwan Water Corporation',
    '台水各服務所',
    'any service station of Taiwan Water Corporation',
  ),
  naturalGas: office(
    '台灣中油公司',
    'CPC Corporation, Taiwan',
    '中油公司天然氣營業處',
    'the natural gas office of CPC Corporation',
  ),
  road: office(
    '交通部公路局',
    'Highway Bureau, Ministry of Transportation and Communications',
    '任一監理所（站）',
    'any motor vehicle office',
  ),
  freeway: office(
    '交通部高速公路局',
    'Freeway Bureau, Ministry of Transportation and Communications',
    '電子收費客服中心',
    'the electronic toll customer service',
  ),
  tourism: office(
    '交通部觀光署',
    'Tourism Administration, Ministry of Transportation and Communications',
    '交通部觀光署',
    'the Tourism Administration',
  ),
  post: office('中華郵政公司', 'Chunghwa Post', '任一郵局', 'any post office'),
  maritime: office(
    '交通部航港局',
    'Maritime and Port Bureau, Ministry of Transportation and Communications',
    '航港局各航務中心',
    'any maritime affairs center of the Maritime and Port Bureau',
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
  volunteer: office(
    '衛生福利部社會救助及社工司',
    'Department of Social Assistance and Social Work, Ministry of Health and Welfare',
    '您服務的志工運用單位',
    'the organisation that you volunteer for',
  ),
  socialWorker: office(
    '衛生福利部社會救助及社工司',
    'Department of Social Assistance and Social Work, Ministry of Health and Welfare',
    '衛生福利部，或執業登記地的社會局（處）',
    'the Ministry of Health and Welfare, or the social affairs bureau where you are registered to practise',
  ),
  medicalAffairs: office(
    '衛生福利部醫事司',
    'Department of Medical Affairs, Ministry of Health and Welfare',
    '執業登記地的衛生局',
    'the public health bureau where you are registered to practise',
  ),
  disability: office(
    '衛生福利部社會及家庭署',
    'Social and Family Affairs Administration, Ministry of Health and Welfare',
    '戶籍地鄉鎮市區公所社會課',
    'the social affairs section of the town office of your registered address',
  ),
  longTermCare: office(
    '衛生福利部長期照顧司',
    'Department of Long-Term Care, Ministry of Health and Welfare',
    '居住地的長期照顧管理中心',
    'the long-term care management center where you live',
  ),
  diseaseControl: office(
    '衛生福利部疾病管制署',
    'Centers for Disease Control, Ministry of Health and Welfare',
    '接種的院所或當地衛生所',
    'the clinic where you were vaccinated, or the local public health center',
  ),
  healthPromotion: office(
    '衛生福利部國民健康署',
    'Health Promotion Administration, Ministry of Health and Welfare',
    '通報的醫療院所',
    'the hospital or clinic that made the notification',
  ),
  environment: office(
    '環境部',
    'Ministry of Environment',
    '環境部國家環境研究院',
    'the National Environmental Research Academy',
  ),
  nuclear: office('核能安全委員會', 'Nuclear Safety Commission', '核能安全委員會', 'the Nuclear Safety Commission'),
  culture: office(
    '文化部',
    'Ministry of Culture',
    '給予補助或獎助的文化部單位',
    'the office of the Ministry of Culture that made the grant or award',
  ),
  veterans: office(
    '國軍退除役官兵輔導委員會',
    'Veterans Affairs Council',
    '各縣市榮民服務處',
    'the veterans service office of your county',
  ),
  consular: office(
    '外交部領事事務局',
    'Bureau of Consular Affairs, Ministry of Foreign Affairs',
    '外交部領事事務局或各辦事處',
    'the Bureau of Consular Affairs or any of its offices',
  ),
  school: office(
    '教育部國民及學前教育署',
    'K-12 Education Administration, Ministry of Education',
    '就讀或畢業的學校教務處',
    'the academic affairs office of the school',
  ),
  teacher: office(
    '教育部',
    'Ministry of Education',
    '教育部，或培育您的師資培育大學',
    'the Ministry of Education, or the university where you were trained',
  ),
  lawyer: office('法務部', 'Ministry of Justice', '法務部', 'the Ministry of Justice'),
  corrections: office(
    '法務部矯正署',
    'Agency of Corrections, Ministry of Justice',
    '出監（院所校）的矯正機關',
    'the correctional institution of the release',
  ),
  enforcement: office(
    '法務部行政執行署',
    'Administrative Enforcement Agency, Ministry of Justice',
    '辦理案件的行政執行分署',
    'the enforcement branch that handles the case',
  ),
  science: office(
    '國家科學及技術委員會',
    'National Science and Technology Council',
    '您任職的機構，或國家科學及技術委員會',
    'your institution, or the National Science and Technology Council',
  ),
  indigenous: office(
    '原住民族委員會',
    'Council of Indigenous Peoples',
    '原住民族委員會',
    'the Council of Indigenous Peoples',
  ),
  hakka: office('客家委員會', 'Hakka Affairs Council', '客家委員會', 'the Hakka Affairs Council'),
  communications: office(
    '國家通訊傳播委員會',
    'National Communications Commission',
    '國家通訊傳播委員會',
    'the National Communications Commission',
  ),
  museum: office('國立故宮博物院', 'National Palace Museum', '國立故宮博物院', 'the National Palace Museum'),
} as const satisfies Readonly<Record<string, Office>>;
