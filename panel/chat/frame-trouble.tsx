import { useEffect } from 'preact/hooks';
import { CUSTOM_CHAT_STRINGS as STRINGS } from '../../strings/custom-chat';
import type { FrameState } from './watch-frame';

type Props = {
  state: FrameState;
  url: string;
  onRetry: () => void;
  announce: (text: string) => void;
};

/**
 * Tells why a chat does not appear, and the ways to it. Where all is well it shows nothing. Where nobody can
 * know, it shows one line that opens, and that is open where the site has not answered: a chat that is there
 * anyway leaves it to the user to close it.
 */
export function FrameTrouble({ state, url, onRetry, announce }: Props) {
  const text = textOf(state, new URL(url).host);
  const isSure = state.name !== 'unknown' && state.name !== 'silent';
  useEffect(() => {
    if (text !== undefined && state.name !== 'unknown') announce(text);
  }, [text]);
  if (text === undefined) return null;
  const ways = (
    <div class="obstacle frame-trouble">
      <p>{text}</p>
      <p class="chat-address" dir="ltr">
        {url}
      </p>
      <p class="actions">
        <button type="button" class="small" onClick={onRetry}>
          {STRINGS.tryAgain}
        </button>
        <a href={url} target="_blank" rel="noopener noreferrer">
          {STRINGS.inTab}
        </a>
        <button
          type="button"
          class="small"
          onClick={() => window.open(url, '_blank', 'noopener,noreferrer,popup,width=420,height=720')}
        >
          {STRINGS.inWindow}
        </button>
      </p>
    </div>
  );
  if (isSure) return ways;
  return (
    <details class="frame-doubt" open={state.name === 'silent'}>
      <summary>{STRINGS.isMissing}</summary>
      {ways}
    </details>
  );
}

function textOf(state: FrameState, host: string): string | undefined {
  if (state.name === 'loading' || state.name === 'shown') return undefined;
  if (state.name === 'failing') return STRINGS.failing({ host, status: state.status });
  return STRINGS.troubles[state.name](host);
}
