export { program } from '../main.ts';
