/** What a live counter was given, that must lie nowhere in the clear. */
export const tracedName = '欧阳春晓';
export const tracedClerk = { number: '1003', name: '慕容白雪', role: 'clerk', pin: '730158' } as const;
export const wrongPin = '918273';
