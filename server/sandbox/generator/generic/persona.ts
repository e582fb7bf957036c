/**
 * The samples of all shapes tell of one invented woman and her family: 陳筱玲, A123456789, 太保市. Wherever a sample names
 * her, her husband, her parents or her town, a generated record names its own person's.
 */
import { personIn } from '../household.ts';
import type { Context } from './context.ts';
import { maskedId } from './person-facts.ts';

export const personaId = 'A123456789';
export const personaBirthDate = '1980-01-01';
type Say = (context: Context) => string | undefined;

/** 太保 of 太保市; a district of a city goes by the city's name. */
const shortTown = (town: string | undefined, county: string | undefined): string | undefined =>
  town && town.length > 2 ? town.slice(0, -1) : county?.slice(0, 2);

const tokens: readonly (readonly [RegExp, Say])[] = [
  [/陳筱玲/g, ({ person }) => person.name],
  [/林志明/g, ({ partner }) => partner?.name],
  [/陳大文/g, ({ household, person }) => personIn(household, person.fatherId)?.name],
  [/王美麗/g, ({ household, person }) => personIn(household, person.motherId)?.name],
  [/^CHEN$/g, ({ person }) => person.romanizedName.toUpperCase().split(' ')[0]],
  [/^HSIAO-LING$/g, ({ person }) => person.romanizedName.toUpperCase().split(' ').slice(1).join(' ') || undefined],
  [/CHEN,? HSIAO-?LING/g, ({ person }) => person.romanizedName.toUpperCase() || undefined],
  [/Chen,? Hsiao-?[Ll]ing/g, ({ person }) => person.romanizedName || undefined],
  [/A12345\*{4}/g, ({ person }) => maskedId(person.id)],
  [/A123456789/g, ({ person }) => person.id],
  [/嘉義縣/g, ({ household }) => household.address.county],
  [/太保市/g, ({ household }) => household.address.town],
  // 太保郵局, 太保好食股份有限公司: offices and firms of the person's own town.
  [/太保/g, ({ household: { address } }) => shortTown(address.town, address.county)],
];

/** Undefined where the sample names nobody: then it stays as it is. */
export const personaText = (sample: string): Say | undefined => {
  const named = tokens.filter(([token]) => sample.search(token) >= 0);
  if (!named.length) return undefined;
  return (context) => {
    let text = sample;
    for (const [token, say] of named) {
      const own = say(context);
      if (own === undefined) return undefined;
      text = text.replace(token, () => own);
    }
    return text;
  };
};
