/** The 22 counties: 6 直轄市, 3 市, 13 縣, in the order in which the Ministry of the Interior lists them. */
export const counties = [
  '臺北市',
  '新北市',
  '桃園市',
  '臺中市',
  '臺南市',
  '高雄市',
  '基隆市',
  '新竹市',
  '嘉義市',
  '宜蘭縣',
  '新竹縣',
  '苗栗縣',
  '彰化縣',
  '南投縣',
  '雲林縣',
  '嘉義縣',
  '屏東縣',
  '花蓮縣',
  '臺東縣',
  '澎湖縣',
  '金門縣',
  '連江縣',
] as const;

export type County = (typeof counties)[number];

const known: ReadonlySet<string> = /* @__PURE__ */ new Set(counties);

export const isCounty = (text: string): text is County => known.has(text);

/** Counties that became or joined a 直轄市 in 2010 and 2014: registers still name them. */
export const abolishedCounties: Readonly<Record<string, County>> = {
  臺北縣: '新北市',
  桃園縣: '桃園市',
  臺中縣: '臺中市',
  臺南縣: '臺南市',
  高雄縣: '高雄市',
};
