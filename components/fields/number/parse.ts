import { tight } from '../tight.ts';

/** Thousands separators and full-width digits are understood. What is no number stays text, so that nothing typed is lost. */
export const parseNumber = (text: string): number | string | undefined => {
  const plain = tight(text).replaceAll(',', '');
  if (!plain) return undefined;
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text.trim();
};
