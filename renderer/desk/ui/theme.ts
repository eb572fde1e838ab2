import { type ThemeConfig, theme } from 'antd';

/** Chinese of the system first; the product's own slices for rare characters last, so that no character is a box. */
export const fontFamily =
  '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Talent Rare", sans-serif';

/** Compact, one deep blue, 14 px. Red is for refusal and danger, amber for waiting, green for done; nothing else is coloured. */
export const deskTheme: ThemeConfig = {
  algorithm: theme.compactAlgorithm,
  token: {
    colorPrimary: '#123f7d',
    colorInfo: '#123f7d',
    colorLink: '#123f7d',
    colorError: '#b3261e',
    colorWarning: '#8a5a00',
    colorSuccess: '#1b6e3c',
    colorTextSecondary: 'rgba(0,0,0,0.68)',
    colorTextTertiary: 'rgba(0,0,0,0.62)',
    colorTextDescription: 'rgba(0,0,0,0.65)',
    colorTextPlaceholder: 'rgba(0,0,0,0.58)',
    // The compact algorithm takes the next smaller size and 4 px off each control: 14 px text in controls of 30 px.
    fontSize: 16,
    fontFamily,
    borderRadius: 4,
    controlHeight: 34,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
  },
  cssVar: { key: 'desk' },
  hashed: false,
};

/** The nonce that lets our own styles through the page's Content-Security-Policy; the host writes it into the page. */
export function styleNonce(page: Document): string | undefined {
  return page.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content || undefined;
}
