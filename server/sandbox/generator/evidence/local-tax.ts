/** 地方稅 and property (datasets 10, 11, 13, 20, 21): from the vehicles, land and buildings that the other registers name. */
import type { Property, Vehicle } from '../household.ts';
import { yearOf } from '../dates.ts';
import { isAdult, rocDay, taxYear, type EvidenceWriter } from './evidence.ts';

/** 使用牌照稅 of a private car in a year: displacement up to, New Taiwan dollars. */
const carTax = [
  [500, 1_620],
  [600, 2_160],
  [1_200, 4_320],
  [1_800, 7_120],
  [2_400, 11_230],
  [3_000, 15_210],
  [4_200, 28_220],
  [Infinity, 46_170],
] as const;

const isMotorcycle = ({ kind }: Vehicle): boolean => kind.includes('機車');

function vehicleTax(vehicle: Vehicle): number {
  if (isMotorcycle(vehicle)) return vehicle.displacement <= 150 ? 0 : 800;
  return carTax.find(([upTo]) => vehicle.displacement <= upTo)![1];
}

const yuan = (amount: number): string => `新臺幣${amount.toLocaleString('en-US')}元`;
const place = ({ county, town, section, number }: Property): string => `${county}${town}${section}${number}地號`;

const owned = (properties: readonly Property[], kind: Property['kind'], year = taxYear): readonly Property[] =>
  properties.filter((property) => property.kind === kind && yearOf(property.registered) - 1911 <= year);

const housePrice = ({ area }: Property): number => Math.round(area * 5_200);
const landPrice = ({ area, announcedValue }: Property): number => Math.round(area * announcedValue);

/** A row per vehicle, by displacement; null without any. */
export const vehicleLicenceTax: EvidenceWriter = ({ vehicles }) =>
  vehicles.length
    ? {
        課稅年度: `${taxYear}年`,
        車輛: vehicles.map((vehicle) => {
          const tax = vehicleTax(vehicle);
          return {
            車牌號碼: vehicle.plate,
            車輛種類: isMotorcycle(vehicle) ? '機車' : '汽車',
            排氣量: `${vehicle.displacement}立方公分`,
            應納稅額: yuan(tax),
            繳納情形: tax ? `民國${taxYear}年4月20日繳清` : '免徵',
          };
        }),
      }
    : null;

/** Everything owned: land, houses, vehicles, shares; null without any. */
export const property: EvidenceWriter = ({ properties, vehicles, posts }) => {
  const rows = [
    ...owned(properties, '土地', Infinity).map((one) => ({
      財產類別: '土地',
      所在或名稱: place(one),
      現值: yuan(landPrice(one)),
    })),
    ...owned(properties, '建物', Infinity).map((one) => ({
      財產類別: '房屋',
      所在或名稱: one.address?.whole ?? place(one),
      現值: yuan(housePrice(one)),
    })),
    ...vehicles.map(({ plate, displacement }) => ({
      財產類別: '車輛',
      所在或名稱: plate,
      現值: `不計現值（${displacement}立方公分）`,
    })),
    ...posts.map(({ company, shares }) => ({ 財產類別: '投資', 所在或名稱: company, 現值: yuan(shares) })),
  ];
  return rows.length ? { 查詢年度: `${taxYear}年度`, 財產筆數: rows.length, 財產明細: rows } : null;
};

/** A row per house, lived in by its owner; null without any. */
export const houseTax: EvidenceWriter = ({ properties }) => {
  const houses = owned(properties, '建物');
  if (!houses.length) return null;
  return {
    課稅年度: `${taxYear}年`,
    房屋: houses.map((house) => ({
      房屋坐落: house.address?.whole ?? place(house),
      房屋現值: yuan(housePrice(house)),
      適用稅率: '自住 1.2％',
      應納稅額: yuan(Math.round(housePrice(house) * 0.012)),
      繳納情形: `民國${taxYear}年5月28日繳清`,
    })),
  };
};

/** A row per lot, farmland without tax; null without any. */
export const landValueTax: EvidenceWriter = ({ properties }) => {
  const lots = owned(properties, '土地');
  if (!lots.length) return null;
  return {
    課稅年度: `${taxYear}年`,
    土地: lots.map((lot) => {
      // Farmland pays field tax, which has been suspended since 1987.
      const farm = lot.landClass.includes('農');
      const tax = farm ? 0 : Math.round(landPrice(lot) * 0.2 * 0.01);
      return {
        土地坐落: place(lot),
        面積: `${lot.area}平方公尺`,
        應納稅額: yuan(tax),
        繳納情形: farm ? '課徵田賦（停徵），不課地價稅' : `民國${taxYear}年11月25日繳清`,
      };
    }),
  };
};

/** Nobody invented owes anything; null for minors. */
export const noArrearsLocalTax: EvidenceWriter = (person, household) =>
  isAdult(person)
    ? {
        證明內容: '截至核發日止，查無地方稅違章案件及逾期未繳之稅款。',
        查詢縣市: household.address.county ?? '全國',
        稅目: '房屋稅、地價稅、使用牌照稅、土地增值稅、契稅',
        查詢基準日: rocDay('2026-11-01'),
      }
    : null;
