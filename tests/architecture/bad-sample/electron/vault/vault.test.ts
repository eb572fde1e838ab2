export const sample = 'a sample';
