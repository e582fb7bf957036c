/** 健保卡卡號: the twelve digits printed on the card. */
export const isNhiCardNumber = (text: string): boolean => /^\d{12}$/.test(text);
