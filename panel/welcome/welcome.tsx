import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { siteOf } from '../../settings/site';
import { WELCOME_STRINGS as STRINGS } from '../../strings/welcome';
import type { Shortcuts } from '../state/shortcuts';
import { TextField } from '../ui/text-field';

export type WelcomeContext = { shortcuts: Shortcuts; openOptions(): void };

const STEPS = ['pin', 'press', 'dial'] as const;

/** How to begin: three steps, and a meeting to try them on. */
export function Welcome({ context: { shortcuts, openOptions } }: { context: WelcomeContext }) {
  const keys = useSignal(new Map<string, string>());
  useEffect(() => {
    void shortcuts.read().then((all) => {
      keys.value = new Map(all.map(({ name, key }) => [name, key]));
    });
  }, [shortcuts, keys]);
  const open = keys.value.get('open-panel');
  const destination = keys.value.get('focus-destination');
  return (
    <main class="options-page welcome">
      <h1>{STRINGS.title}</h1>
      <p>{STRINGS.lead}</p>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            <h2>{STRINGS.steps[step].title}</h2>
            <p>
              {STRINGS.steps[step].text} {step === 'press' && open && STRINGS.key(open)}
              {step === 'dial' && destination && STRINGS.destinationKey(destination)}
            </p>
          </li>
        ))}
      </ol>
      <Demo />
      <div class="actions">
        <button type="button" onClick={openOptions}>
          {STRINGS.options}
        </button>
      </div>
    </main>
  );
}

function Demo() {
  const address = useSignal('http://localhost:8080/');
  const error = useSignal('');
  const open = () => {
    const isPage = siteOf(address.value.trim()) !== undefined;
    error.value = isPage ? '' : STRINGS.demoNoAddress;
    if (isPage) window.open(address.value.trim(), '_blank', 'noopener');
  };
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">{STRINGS.demo}</h2>
      {import.meta.env.DEV ? (
        <p>
          {STRINGS.demoDevelopers} <code>{STRINGS.demoCommand}</code>
        </p>
      ) : (
        <p>{STRINGS.demoHelp}</p>
      )}
      <form
        aria-labelledby="demo"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <TextField
          id="demo-address"
          label={STRINGS.demoAddress}
          error={error.value}
          help={!error.value && STRINGS.demoThen}
          attributes={{
            dir: 'ltr',
            value: address.value,
            onInput: (event) => {
              address.value = event.currentTarget.value;
            },
          }}
        />
        <div class="actions">
          <button type="submit">{STRINGS.demoOpen}</button>
        </div>
      </form>
    </section>
  );
}
