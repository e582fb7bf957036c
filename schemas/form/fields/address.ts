import type { NormalValue } from '../../datasets/types.ts';
import { isObject } from '../../json.ts';
import { isCounty } from '../../taiwan/counties.ts';
import type { FieldBase, FieldKind, FieldRules } from './kind.ts';
import { closed, defaultLengths, formatted, isLine, lengthFits, line, say, textAnswer } from './parts.ts';

/** Answer: `{ county, town, detail, postcode? }`, county and town by name (`嘉義縣`, `太保市`). */
export interface AddressField extends FieldBase {
  readonly type: 'address';
}

function fits(value: NormalValue): boolean {
  if (!isObject(value)) return false;
  const { county, town, detail, postcode, ...others } = value;
  const part = (text: NormalValue | undefined, most: number): boolean =>
    typeof text === 'string' && isLine(text) && lengthFits(text, {}, most);
  return (
    Object.keys(others).length === 0 &&
    typeof county === 'string' &&
    isCounty(county) &&
    part(town, defaultLengths.town) &&
    part(detail, defaultLengths.detail) &&
    (postcode === undefined || (typeof postcode === 'string' && /^\d{3}(?:\d{2,3})?$/.test(postcode)))
  );
}

export const address: FieldKind<AddressField> = {
  type: 'address',
  name: say('地址', 'Address'),
  settings: {},
  fresh: {},
  takes: ['address-answer'],
  panel: [],
  autofill: true,
  heard: { rank: 5, words: /地址|住址|戶籍地|address/i },
  compared: () => 'answered',
  fits: (_field, value) => fits(value),
};

export const addressRules: FieldRules<AddressField> = {
  answer: () =>
    closed(
      {
        county: formatted('tw-county'),
        town: textAnswer({}, line, defaultLengths.town),
        detail: textAnswer({}, line, defaultLengths.detail),
        postcode: { type: 'string', pattern: '^\\d{3}(?:\\d{2,3})?$' },
      },
      ['county', 'town', 'detail'],
    ),
  sample: () => ({ county: '嘉義縣', town: '太保市', detail: '祥和一路東段1號' }),
  paper: () => [
    { label: '郵遞區號' },
    ' ',
    { cells: 6 },
    { newLine: true },
    { line: 'short' },
    ' 縣（市） ',
    { line: 'short' },
    ' 鄉（鎮、市、區） ',
    { line: 'long' },
  ],
};
