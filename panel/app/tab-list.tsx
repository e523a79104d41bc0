import type { Signal } from '@preact/signals';
import type { ComponentChildren, TargetedEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { keyOf } from '../ui/key-of';
import './tabs.css';

const tabId = (name: string) => `tab-${name}`;
const viewId = (name: string) => `view-${name}`;

type TabListProps<Name extends string> = {
  label: string;
  names: readonly Name[];
  labels: Record<Name, string>;
  selected: Signal<Name>;
  /** A choice inside a view, drawn smaller than the panel's own. */
  isInner?: boolean;
  /** What stands behind a label. */
  mark?: (name: Name) => ComponentChildren;
};

/** The tabs of some views. Arrow keys move between them, as in every tab list. */
export function TabList<Name extends string>({
  label,
  names,
  labels,
  selected,
  isInner,
  mark,
}: TabListProps<Name>) {
  const move = (event: TargetedEvent<HTMLDivElement, KeyboardEvent>) => {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const steps: Record<string, number> = {
      ArrowRight: isRightToLeft ? -1 : 1,
      ArrowLeft: isRightToLeft ? 1 : -1,
    };
    const at = names.indexOf(selected.value);
    const key = keyOf(event);
    const to = { Home: 0, End: names.length - 1 }[key] ?? at + (steps[key] ?? 0);
    const next = names[(to + names.length) % names.length];
    if (!next || next === selected.value) return;
    event.preventDefault();
    selected.value = next;
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <div class={isInner ? 'inner-tabs' : 'tabs'} role="tablist" aria-label={label} onKeyDown={move}>
      {names.map((name) => (
        <button
          key={name}
          id={tabId(name)}
          type="button"
          role="tab"
          aria-selected={selected.value === name}
          aria-controls={viewId(name)}
          tabindex={selected.value === name ? 0 : -1}
          onClick={() => {
            selected.value = name;
          }}
        >
          {/* The style sheet draws it bold once more, unseen, so that nothing moves when it is selected. */}
          <span data-label={labels[name]}>{labels[name]}</span>
          {mark?.(name)}
        </button>
      ))}
    </div>
  );
}

type ViewProps<Name extends string> = { name: Name; selected: Signal<Name>; children: ComponentChildren };

/** What stands behind a tab. It comes when it is first selected, and stays while others are shown. */
export function View<Name extends string>({ name, selected, children }: ViewProps<Name>) {
  const isShown = selected.value === name;
  const wasShown = useRef(false);
  wasShown.current ||= isShown;
  return (
    <div id={viewId(name)} role="tabpanel" aria-labelledby={tabId(name)} hidden={!isShown}>
      {wasShown.current && children}
    </div>
  );
}
