import type { UseQueryResult } from '@tanstack/react-query';
import { Spin, Typography } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PdfPages } from '../../ui/pdf/pdf-pages.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import type { Preview, Previewed } from './use-previews.ts';

export interface PaperRoomProps {
  previews: readonly Previewed[];
  fit: 'page' | 'width';
  onTrouble(error: unknown): void;
}

const paddingPx = 12;

/** Where papers lie as they will be printed; in the place of one that can't be printed stands why. */
export function PaperRoom({ previews, fit, onTrouble }: PaperRoomProps) {
  const room = useRef<HTMLDivElement>(null);
  const [inside, setInside] = useState({ widthPx: 0, heightPx: 0 });
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setInside(insideOf(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // Two sides of a card share the height; pages scroll by themselves.
  const share = Math.max(1, previews.length);
  const each = { widthPx: inside.widthPx, heightPx: inside.heightPx / share - (share - 1) * paddingPx };
  return (
    // Scrolled by keyboard, so it can be reached by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be focusable (WCAG 2.1.1)
    <section className="paper-room" ref={room} tabIndex={0} aria-label={useTranslation('papers').t('preview.title')}>
      {previews.map(({ subject, query }) => (
        <OnePaper key={subject.kind} query={query} fit={fit} room={each} onTrouble={onTrouble} />
      ))}
    </section>
  );
}

interface OnePaperProps extends Omit<PaperRoomProps, 'previews'> {
  query: UseQueryResult<Preview>;
  room: { widthPx: number; heightPx: number };
}

function OnePaper({ query, fit, room, onTrouble }: OnePaperProps) {
  const { t } = useTranslation('papers');
  if (query.error) return <RefusalWords error={query.error} />;
  if (!query.data)
    return (
      <Typography.Text type="secondary">
        <Spin size="small" /> {t('preview.loading')}
      </Typography.Text>
    );
  const { pdf, title, widthMm, heightMm } = query.data;
  return (
    <PdfPages
      pdf={pdf}
      size={{ widthMm, heightMm }}
      label={t('preview.picture', { title })}
      fit={fit}
      room={room}
      onTrouble={onTrouble}
    />
  );
}

function insideOf(element: HTMLElement): { widthPx: number; heightPx: number } {
  return { widthPx: element.clientWidth - 2 * paddingPx, heightPx: element.clientHeight - 2 * paddingPx };
}
