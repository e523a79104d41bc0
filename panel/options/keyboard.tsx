import { useEffect, useState } from 'preact/hooks';
import { KEYBOARD_STRINGS as STRINGS } from '../../strings/keyboard';
import type { Shortcuts } from '../state/shortcuts';

/** A command in words; one that there are none for, by its name in the manifest. */
function nameOf(command: string): string {
  const names: Readonly<Record<string, string>> = STRINGS.commands;
  return names[command] ?? command;
}

/** Which keys do what. Read again when the page is looked at again: the browser tells of no change. */
export function Keyboard({ shortcuts }: { shortcuts: Shortcuts }) {
  const [keys, setKeys] = useState<Awaited<ReturnType<Shortcuts['read']>>>([]);
  useEffect(() => {
    const shown = new AbortController();
    const read = () => void shortcuts.read().then((next) => shown.signal.aborted || setKeys(next));
    window.addEventListener('focus', read, shown);
    read();
    return () => shown.abort();
  }, [shortcuts]);
  return (
    <section aria-labelledby="keyboard">
      <h2 id="keyboard">{STRINGS.title}</h2>
      <p class="help">
        {STRINGS.help} {STRINGS.sidebar}
      </p>
      <dl class="keys">
        {keys.map(({ name, key }) => (
          <div key={name}>
            <dt>{nameOf(name)}</dt>
            <dd>{key ? <kbd>{key}</kbd> : STRINGS.noKey}</dd>
          </div>
        ))}
      </dl>
      {shortcuts.change ? (
        <div class="actions">
          <button type="button" aria-describedby="keys-help" onClick={shortcuts.change}>
            {STRINGS.change}
          </button>
          <p class="help" id="keys-help">
            {STRINGS.changeHelp}
          </p>
        </div>
      ) : (
        <p class="help">{STRINGS.changeByHand}</p>
      )}
    </section>
  );
}
