import { type ThemeConfig, theme } from 'antd';
import { ownFamilies } from './own-fonts.ts';

const chineseFamilies = ['Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC'];

/** A Chinese font draws an English apostrophe a full square wide: an English desk takes its letters from elsewhere. */
const englishFamilies = ['Segoe UI', 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', 'Arial', 'DejaVu Sans'];

/** The system's fonts first; the program's own behind them, so that no character is a box. */
function fontFamily(language: string): string {
  const families = [...(language === 'en' ? englishFamilies : []), ...chineseFamilies, ...ownFamilies];
  return `${families.map((family) => `"${family}"`).join(', ')}, sans-serif`;
}

/** Compact, one deep blue, 14 px. Red is for refusal and danger, amber for waiting, green for done; nothing else is coloured. */
const look = {
  colorPrimary: '#123f7d',
  colorInfo: '#123f7d',
  colorLink: '#123f7d',
  colorError: '#b3261e',
  colorWarning: '#8a5a00',
  colorSuccess: '#1b6e3c',
  // antd would mix grounds from these deep colours, and they come out as mud.
  colorInfoBg: '#e6edf7',
  colorInfoBorder: '#9db6d8',
  colorErrorBg: '#fdecea',
  colorErrorBorder: '#e3a29c',
  colorWarningBg: '#fff7e0',
  colorWarningBorder: '#d9b45f',
  colorSuccessBg: '#e8f4ec',
  colorSuccessBorder: '#8fc2a2',
  colorTextSecondary: 'rgba(0,0,0,0.68)',
  colorTextTertiary: 'rgba(0,0,0,0.62)',
  colorTextDescription: 'rgba(0,0,0,0.65)',
  colorTextPlaceholder: 'rgba(0,0,0,0.58)',
  // The compact algorithm takes the next smaller size and 4 px off each control: 14 px text in controls of 30 px.
  fontSize: 16,
  borderRadius: 4,
  controlHeight: 34,
  motionDurationMid: '0.1s',
  motionDurationSlow: '0.15s',
};

/** Compact, 4 px lie between a box and its words: the focus ring would lie over the first letter. */
const wider = { paddingXS: 8 };

export function deskTheme(language: string): ThemeConfig {
  return {
    algorithm: theme.compactAlgorithm,
    token: { ...look, fontFamily: fontFamily(language) },
    // Darker than the page that it lies on, so that two choices side by side are seen to be two.
    components: { Segmented: { trackBg: '#dfe5ee' }, Checkbox: wider, Radio: wider },
    cssVar: { key: 'desk' },
    hashed: false,
  };
}
