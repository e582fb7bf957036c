/** 統一編號 of companies: checksum mod 5 since 2023-04-01, mod 10 before; all zeros is refused. */
const weights = [1, 2, 1, 2, 1, 2, 4, 1];

const digitSum = (product: number): number => Math.floor(product / 10) + (product % 10);

const passes = (text: string, modulus: 5 | 10): boolean => {
  if (!/^\d{8}$/.test(text) || text === '00000000') return false;
  const sum = weights.reduce((total, weight, place) => total + digitSum(Number(text[place]) * weight), 0);
  // 7 × 4 = 28 → 2 + 8 = 10 → 1 + 0: either digit sum is allowed where the seventh digit is 7.
  return sum % modulus === 0 || (text[6] === '7' && (sum + 1) % modulus === 0);
};

export const isBusinessNumber = (text: string): boolean => passes(text, 5);

/** The rule for numbers given out before 2023-04-01. */
export const isBusinessNumberBefore2023 = (text: string): boolean => passes(text, 10);
