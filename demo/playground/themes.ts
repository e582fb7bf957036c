/** The colours of the demo's counties, as a page that takes the elements would set them. */
import chiayi from '../counties/chiayi.json';
import hualien from '../counties/hualien.json';
import taoyuan from '../counties/taoyuan.json';
import yunlin from '../counties/yunlin.json';

const tokens = {
  accent: '--mydata-color-accent',
  onAccent: '--mydata-color-on-accent',
  tint: '--mydata-color-tint',
  surface: '--mydata-color-surface',
} as const;

export const themes = [chiayi, taoyuan, yunlin, hualien].map(({ id, name, theme }) => ({ id, name, theme }));

export function applyTheme(id: string | undefined): void {
  const found = themes.find((theme) => theme.id === id);
  if (!found) return;
  for (const [key, property] of Object.entries(tokens) as [keyof typeof tokens, string][]) {
    const { light, dark } = found.theme[key];
    document.documentElement.style.setProperty(property, `light-dark(${light}, ${dark})`);
  }
}
