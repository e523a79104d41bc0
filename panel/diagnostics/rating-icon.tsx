import type { Rating } from './examine';

/** Shapes that differ without their color, drawn as those of the calls are. */
const SHAPES: Record<Rating, string> = {
  good: 'M2.5 6.5l2.5 2.5l4.5-6',
  doubt: 'M3.75 4.5a2.25 2.25 0 1 1 3.4 1.95q-1.15.6-1.15 1.55M6 10.4v.1',
  bad: 'M2.5 2.5l7 7m0-7l-7 7',
  moot: 'M2.5 6h7',
};

/** A rating as a shape; the word always stands beside it. */
export const RatingIcon = ({ of }: { of: Rating }) => (
  <svg class="glyph" viewBox="0 0 12 12" aria-hidden="true">
    <path d={SHAPES[of]} />
  </svg>
);
