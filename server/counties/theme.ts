/**
 * The colours of a county's site, as design tokens: a closed list, each for light and for dark. Owns which pairs people
 * have to read and how well (WCAG 2.1 1.4.3, 網站無障礙規範 110.07: 4.5 to 1), and the style sheet made of them.
 */
export const themeTokens = {
  /** Links, buttons, headings of steps. */
  accent: '--mydata-color-accent',
  onAccent: '--mydata-color-on-accent',
  accentStrong: '--site-accent-strong',
  tint: '--mydata-color-tint',
  surface: '--mydata-color-surface',
  ground: '--site-ground',
  rule: '--site-rule',
  /** Pictures only: the landscape, the sun above it, the emblem's ground. */
  hill: '--site-hill',
  sun: '--site-sun',
  emblem: '--site-emblem',
} as const;

type ThemeToken = keyof typeof themeTokens;
type Scheme = 'light' | 'dark';

/** `#rrggbb`. */
interface SchemeColours {
  readonly light: string;
  readonly dark: string;
}

export type Theme = { readonly [Token in ThemeToken]: SchemeColours };

/** What every theme is read with (demo/county/styles/tokens.css; a test holds them in step). */
export const fixedColours = {
  text: { light: '#17211f', dark: '#e8efed' },
  muted: { light: '#4a5856', dark: '#b3c1be' },
  error: { light: '#a8221b', dark: '#ffb4a9' },
  white: { light: '#ffffff', dark: '#ffffff' },
} as const;

type Colour = ThemeToken | keyof typeof fixedColours;

const grounds = ['surface', 'ground', 'tint'] as const;
/** Ink on paper. */
export const readPairs: readonly (readonly [ink: Colour, paper: Colour])[] = [
  ...(['text', 'muted', 'accent', 'accentStrong', 'error'] as const).flatMap((ink) =>
    grounds.map((paper) => [ink, paper] as const),
  ),
  ['onAccent', 'accent'],
  ['onAccent', 'accentStrong'],
  ['white', 'emblem'],
];

export const leastContrast = 4.5;

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.1 contrast ratio of two colours `#rrggbb`. → 1 to 21 */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

export interface ThemeProblem {
  readonly token: ThemeToken;
  readonly scheme: Scheme;
  readonly text: string;
}

/** Every pair that would be hard to read. */
export function themeProblems(theme: Theme): readonly ThemeProblem[] {
  const colours = { ...fixedColours, ...theme } as Readonly<Record<Colour, SchemeColours>>;
  const isToken = (colour: Colour): colour is ThemeToken => colour in themeTokens;
  return readPairs.flatMap(([ink, paper]) =>
    (['light', 'dark'] as const).flatMap((scheme) => {
      const ratio = contrast(colours[ink][scheme], colours[paper][scheme]);
      if (ratio >= leastContrast) return [];
      const token = isToken(ink) ? ink : (paper as ThemeToken);
      // Cut, never rounded up to what it does not reach.
      const shown = Math.floor(ratio * 100) / 100;
      return [{ token, scheme, text: `${ink} on ${paper} has a contrast of ${shown}, less than ${leastContrast}` }];
    }),
  );
}

/** The style sheet; stands above the site's own values wherever it is linked. */
export const themeCss = (theme: Theme | undefined): string =>
  theme
    ? `html:root {\n${Object.entries(themeTokens)
        .map(([token, property]) => {
          const { light, dark } = theme[token as ThemeToken];
          return `  ${property}: light-dark(${light}, ${dark});\n`;
        })
        .join('')}}\n`
    : '';
