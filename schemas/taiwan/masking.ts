/** What a screen shows of a person where the whole is not needed. Counts code points: a name may hold rare characters. */
const hiddenCharacter = '○';

/** `A123456789` → `A12345****`. */
export const maskId = (id: string): string => `${id.slice(0, -4)}${'*'.repeat(Math.min(4, id.length))}`;

/** 陳筱玲 → 陳○玲; a name of two characters hides the last; only the first and the last of a long one are shown. */
export const maskName = (name: string): string => {
  const characters = Array.from(name);
  const [first, ...others] = characters;
  if (first === undefined) return '';
  const last = others.pop();
  if (last === undefined) return hiddenCharacter;
  if (others.length === 0) return first + hiddenCharacter;
  return first + hiddenCharacter.repeat(others.length) + last;
};

/** `0912345678` → `0912***678`. */
export const maskMobile = (mobile: string): string =>
  mobile.length < 8
    ? '*'.repeat(mobile.length)
    : `${mobile.slice(0, 4)}${'*'.repeat(mobile.length - 7)}${mobile.slice(-3)}`;
