export { app as electronHost } from 'electron';
