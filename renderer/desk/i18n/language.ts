import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en, zh } from './words.ts';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof zh;
  }
}

/** Chinese is the counter's language; English stands beside it in refusals and can be chosen for the whole desk. */
export function startWords(): void {
  void i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    defaultNS: 'shell',
    resources: { zh, en },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  const follow = (language: string) => document.documentElement.setAttribute('lang', language === 'zh' ? 'zh-CN' : 'en');
  follow(i18next.language);
  i18next.on('languageChanged', follow);
}
