import { useNavigate } from '@tanstack/react-router';
import { looksLikeCardText } from './card-text.ts';
import { giveScannedCard } from './scanned-card.ts';

/** For text boxes that a scanner may type into: a card's text opens the verify page. True where it was one. */
export function useCardText(): (text: string) => boolean {
  const navigate = useNavigate();
  return (text) => {
    if (!looksLikeCardText(text)) return false;
    giveScannedCard(text);
    void navigate({ to: '/verify' });
    return true;
  };
}
