export const chromiumHost = 'a host';
