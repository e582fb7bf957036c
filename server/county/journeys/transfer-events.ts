/** The county's share of the interface's audit events (numbers as agencies already use them). */
export const countyEvents = {
  110: 'resident proved identity here, by signature',
  120: 'salt asked of the platform',
  121: 'salt given by the platform',
  130: 'signature sent to the platform',
  131: 'signature accepted by the platform',
  140: 'resident sent to the platform',
  240: 'resident agreed (the browser came back so)',
  241: 'resident declined (the browser came back so)',
  290: 'SP-API called',
  292: 'SP-API call accepted',
  300: 'resident back at the county',
  310: 'package fetched and opened',
  330: 'clerk typed the verification code at a counter',
  360: 'county erased what it received',
} as const;

export type CountyEvent = keyof typeof countyEvents;
