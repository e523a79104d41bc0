import type { JSX } from 'preact';
import type { Status } from '../../protocol/status';
import type { CallAppearance } from './call-view';

const QUESTION = <path d="M3.75 4.5a2.25 2.25 0 1 1 3.4 1.95q-1.15.6-1.15 1.55M6 10.4v.1" />;

/** Shapes that differ without their color, all drawn on 12 × 12 with one stroke width. */
const SHAPES: Record<CallAppearance | Status, JSX.Element> = {
  'no-meeting': <circle cx="6" cy="6" r="4.25" class="dashed" />,
  choose: QUESTION,
  waiting: (
    <>
      <circle cx="6" cy="6" r="4.25" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" class="filled" />
    </>
  ),
  ready: (
    <>
      <circle cx="6" cy="6" r="4.25" />
      <circle cx="6" cy="6" r="1" class="filled" />
    </>
  ),
  'in-meeting': <circle cx="6" cy="6" r="4.25" class="filled" />,
  queued: <path d="M2.5 3.5h7M2.5 6h7M2.5 8.5h4" />,
  calling: <circle cx="6" cy="6" r="4.25" />,
  ringing: <path d="M6 1.75a4.25 4.25 0 11-.01 0zm0 2.5a1.75 1.75 0 11-.01 0z" />,
  'no-answer': <circle cx="6" cy="6" r="4.25" class="dashed" />,
  joined: <circle cx="6" cy="6" r="4.25" class="filled" />,
  left: <path d="M2.5 6h7" />,
  failed: <path d="M2.5 2.5l7 7m0-7l-7 7" />,
  unknown: QUESTION,
  'one-of': <path d="M2 4.25q2-2.5 4 0t4 0M2 8.25q2-2.5 4 0t4 0" />,
};

/** A state as a shape. It is hidden from assistive technology, because the words always stand beside it. */
export function Glyph({ of }: { of: CallAppearance | Status }) {
  return (
    <svg class={`glyph glyph-${of}`} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[of]}
    </svg>
  );
}
