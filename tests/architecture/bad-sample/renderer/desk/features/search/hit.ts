export const hit = 'a hit';
