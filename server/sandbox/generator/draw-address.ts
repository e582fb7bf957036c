/** Invented addresses in real towns: villages and streets are such as many towns have. */
import type { NormalAddress } from '#schemas/normalise/read-address.ts';
import { counties } from '#schemas/taiwan/counties.ts';
import type { County } from '#schemas/taiwan/counties.ts';
import { towns } from '#schemas/taiwan/towns.ts';
import type { Random } from './random.ts';

const villages =
  '中正 中山 仁愛 信義 和平 光復 復興 民權 永安 福德 新興 三民 建國 大同 東榮 文化 長春 太平 忠孝 中興'.split(' ');
const streets =
  '中正路 中山路 民生路 民族路 民權路 復興路 建國路 成功路 文化路 光明街 和平街 仁愛路 信義路 中華路 自由路 博愛路 三民路 忠孝街 新生路 大同路'.split(
    ' ',
  );

export type Address = Required<NormalAddress>;

/** With `whole`, the parts as one text. */
export const addressOf = (parts: Omit<Address, 'whole'>): Address => ({
  ...parts,
  whole: `${parts.county}${parts.town}${parts.village}${parts.neighbourhood}${parts.street}`,
});

/** One household in three lives in Chiayi County, whose services the kit shows. */
export const drawCounty = (random: Random): County => (random.chance(1 / 3) ? '嘉義縣' : random.pick(counties));

/** One that the county really has. */
export const drawTown = (random: Random, county: County): string => random.pick(towns[county]);

/** Road, perhaps a lane, number, perhaps a floor. */
export const drawStreet = (random: Random): string => {
  const lane = random.chance(0.25) ? `${random.between(1, 300)}巷` : '';
  const floor = random.chance(0.3) ? `${random.between(2, 14)}樓` : '';
  return `${random.pick(streets)}${lane}${random.between(1, 600)}號${floor}`;
};

/** County and town drawn unless given; the village is 村 in a 鄉, else 里. */
export const drawAddress = (random: Random, county = drawCounty(random), town = drawTown(random, county)): Address =>
  addressOf({
    county,
    town,
    village: `${random.pick(villages)}${town.endsWith('鄉') ? '村' : '里'}`,
    neighbourhood: `${random.between(1, 30)}鄰`,
    street: drawStreet(random),
  });
