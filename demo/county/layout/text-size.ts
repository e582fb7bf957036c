/** Owns the text size chosen in the header; the style sheet reads it from `<html data-text-size>`. */
import { remember, remembered } from './remember.ts';

export const textSizes = ['standard', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

const isTextSize = (value: string | undefined): value is TextSize => textSizes.some((size) => size === value);

export function textSize(): TextSize {
  const chosen = document.documentElement.dataset['textSize'];
  return isTextSize(chosen) ? chosen : 'standard';
}

export function chooseTextSize(size: TextSize): void {
  document.documentElement.dataset['textSize'] = size;
  remember('text-size', size);
}

export function applyRememberedTextSize(): void {
  const size = remembered('text-size');
  if (isTextSize(size)) document.documentElement.dataset['textSize'] = size;
}
