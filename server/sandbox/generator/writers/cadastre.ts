/** 地籍及實價資料: one row per parcel or building of the person. */
import { addMonths } from '../dates.ts';
import type { Writer } from './writer.ts';

/** Undefined for who owns neither land nor house. */
export const cadastre: Writer = ({ person }) =>
  person.properties.length
    ? {
        properties: person.properties.map((one) => ({
          county: one.county,
          town: one.town,
          section: one.section,
          parcel_no: one.number,
          building_address: one.address && { ...one.address },
          property_kind: one.kind,
          owner_id: person.id,
          owner_name: person.name,
          share: '全部',
          area: one.area,
          zone: one.kind === '建物' ? undefined : one.landClass === '農牧用地' ? '一般農業區' : '鄉村區',
          land_class: one.kind === '建物' ? undefined : one.landClass,
          building_use: one.kind === '建物' ? '住家用' : undefined,
          completed_date: one.kind === '建物' ? addMonths(one.registered, -30) : undefined,
          registration_reason: one.reason,
          registered_date: one.registered,
          announced_value: one.kind === '建物' ? undefined : one.announcedValue,
          traded_date: one.reason === '買賣' ? addMonths(one.registered, -1) : undefined,
          traded_price: one.reason === '買賣' ? one.price : undefined,
        })),
      }
    : undefined;
