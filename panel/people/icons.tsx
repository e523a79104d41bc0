import type { JSX } from 'preact';
import type { PEOPLE_STRINGS } from '../../strings/people';

export type PersonState = keyof typeof PEOPLE_STRINGS.states;

/** Shapes on 16 × 16, with one stroke width. */
const SHAPES: Record<PersonState | 'more' | 'waiting' | 'locked', JSX.Element> = {
  ringing: (
    <>
      <path d="M4.5 2.5l2 3-1.3 1.3a8 8 0 0 0 4 4l1.3-1.3 3 2-.9 2a1.5 1.5 0 0 1-1.6.6" />
      <path d="M11 14.1A11.5 11.5 0 0 1 1.9 5a1.5 1.5 0 0 1 .6-1.6l2-.9" />
    </>
  ),
  raised: (
    <>
      <path d="M4.5 9V4.2a1 1 0 0 1 2 0v3.3m0-4.5a1 1 0 0 1 2 0v4.5m0-3.5a1 1 0 0 1 2 0V8" />
      <path d="M10.5 6.5a1 1 0 0 1 2 0V10A4.5 4.5 0 0 1 8 14.5" />
      <path d="M8 14.5A4 4 0 0 1 4.8 13L2.6 9.6a1 1 0 0 1 1.7-1.1L5.5 10" />
    </>
  ),
  muted: (
    <>
      <path d="M6 7.5V4a2 2 0 0 1 4 0v3.5m-.6 1.6A2 2 0 0 1 6 7.6M8 12v2M2.5 2l11 12" />
      <path d="M3.5 7.5a4.5 4.5 0 0 0 7.2 3.6m1.8-3.6a4.4 4.4 0 0 1-.3 1.6" />
    </>
  ),
  cameraOff: (
    <>
      <path d="M4 4.5H2.8a1 1 0 0 0-1 1v5a1 1 0 0 0 1 1h6.4a1 1 0 0 0 .8-.4M2.5 2l11 12" />
      <path d="M6.8 4.5h2.4a1 1 0 0 1 1 1v2l4-2v5l-2-1" />
    </>
  ),
  presenting: <path d="M2 3.5h12v7.5H2zM8 11v2.5M5.5 13.5h5M8 9V5.5M6 7l2-1.8L10 7" />,
  spotlit: <path d="m8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z" />,
  more: <path d="M3 8h.01M8 8h.01M13 8h.01" class="dots" />,
  waiting: <path d="M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 4.5V8l2.3 1.5" />,
  locked: <path d="M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />,
};

/** A state as a shape. It is hidden from assistive technology: the words stand beside it. */
export function Icon({ of }: { of: keyof typeof SHAPES }) {
  return (
    <svg class={`person-icon icon-${of}`} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[of]}
    </svg>
  );
}
