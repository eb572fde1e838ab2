import type { TFunction } from 'i18next';

/** What a printer is called on screen: ours that writes into a folder by its words, any other by the name its system gave it. */
export function printerName(printer: string, t: TFunction<'papers'>): string {
  return printer === 'folder' ? t('folderPrinter') : printer;
}
