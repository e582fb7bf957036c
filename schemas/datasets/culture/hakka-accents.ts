/** The accents 腔調 of Taiwanese Hakka, as the Hakka Affairs Council’s tests and certificates name them. */

export const hakkaAccents = {
  1: '四縣腔',
  2: '海陸腔',
  3: '大埔腔',
  4: '饒平腔',
  5: '詔安腔',
  6: '南四縣腔',
} as const;
