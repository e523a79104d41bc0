import type { ReadonlySignal, Signal } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import { type DockLayout, WIDTHS } from '../../settings/dock/layout';
import { DOCK_STRINGS } from '../../strings/dock';
import { keyOf } from '../ui/key-of';
import { RefusedNote, type RefusedState } from './refused-note';

type Props = {
  layout: Signal<DockLayout | undefined>;
  refused: Signal<RefusedState>;
  isInert: ReadonlySignal<boolean>;
  /** `isDone` is false while an edge is still being dragged. */
  change(part: Partial<DockLayout>, isDone?: boolean): void;
  close(): void;
};

/** What the dock has and the side panel has not: an edge to drag, where to lie, and a way to close it. */
export function Bar({ layout, refused, isInert, change, close }: Props) {
  if (!layout.value) return null;
  const { side, push } = layout.value;
  return (
    <section aria-label={DOCK_STRINGS.place}>
      <Edge side={side} layout={layout} change={change} />
      {isInert.value ? (
        // The page's full screen lets nothing outside of it be pressed.
        <p class="dock-inert">{DOCK_STRINGS.inert}</p>
      ) : (
        <div class="dock-buttons">
          <IconButton
            name={DOCK_STRINGS.otherSide[side]}
            path="M2 5h9M8 2l3 3-3 3M14 11H5M8 8l-3 3 3 3"
            onClick={() => change({ side: side === 'left' ? 'right' : 'left' })}
          />
          <IconButton
            name={push ? DOCK_STRINGS.cover : DOCK_STRINGS.push}
            path={push ? 'M3 3h10v10H3z' : 'M3 3h10v10H3zM9 3v10'}
            onClick={() => change({ push: !push })}
          />
          <IconButton name={DOCK_STRINGS.close} path="M3.5 3.5l9 9M12.5 3.5l-9 9" onClick={close} />
        </div>
      )}
      <RefusedNote state={refused} />
    </section>
  );
}

function IconButton({ name, path, onClick }: { name: string; path: string; onClick: () => void }) {
  return (
    <button type="button" class="dock-button" aria-label={name} title={name} onClick={onClick}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}

/** The edge towards the page. Dragged, or moved by arrow keys as every separator is. */
function Edge({ side, layout, change }: Pick<Props, 'layout' | 'change'> & Pick<DockLayout, 'side'>) {
  /** As it is at the moment of an event: keys that are held come faster than what is drawn. */
  const widthNow = () => layout.peek()?.width ?? WIDTHS.usual;
  /** Towards the page the dock grows. */
  const direction = side === 'right' ? -1 : 1;
  const onKeyDown = (event: TargetedEvent<HTMLDivElement, KeyboardEvent>) => {
    const key = keyOf(event);
    const step = { ArrowLeft: -20, ArrowRight: 20 }[key];
    const to = { Home: WIDTHS.min, End: WIDTHS.max }[key] ?? (step && widthNow() + step * direction);
    if (to === undefined) return;
    event.preventDefault();
    change({ width: to });
  };
  const onPointerDown = (down: TargetedEvent<HTMLDivElement, PointerEvent>) => {
    const edge = down.currentTarget;
    const width = widthNow();
    // The frame itself grows and moves under the pointer: only the screen stands still.
    const at = ({ screenX }: PointerEvent) => ({ width: width + (screenX - down.screenX) * direction });
    const drag = new AbortController();
    edge.setPointerCapture(down.pointerId);
    edge.addEventListener('pointermove', (event) => change(at(event), false), drag);
    const end = (event: PointerEvent) => {
      drag.abort();
      change(at(event));
    };
    edge.addEventListener('pointerup', end, drag);
    edge.addEventListener('pointercancel', () => drag.abort(), drag);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved isn’t an <hr>
    <div
      class="dock-edge"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={DOCK_STRINGS.edge}
      aria-valuemin={WIDTHS.min}
      aria-valuemax={WIDTHS.max}
      aria-valuenow={widthNow()}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  );
}
