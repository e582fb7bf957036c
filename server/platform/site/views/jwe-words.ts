/** The two ways of sealing a package, for who chooses and who decides. */
import { jweModes, usualJweMode, type JweMode } from '#server/protocol/mydata-1/jwe-modes.ts';

/** → the names of both algorithms; where none was chosen, those of the usual mode */
export const jweWords = (mode: JweMode = usualJweMode): string => `${jweModes[mode].alg}、${jweModes[mode].enc}`;

export const jweChoices: readonly { readonly value: JweMode; readonly text: string }[] = [
  { value: 'A256KW', text: `AES/CBC：${jweWords('A256KW')}（一般）` },
  { value: 'A256GCMKW', text: `AES/GCM：${jweWords('A256GCMKW')}` },
];
