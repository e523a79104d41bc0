import { useMemo, useState } from 'preact/hooks';
import { type ChatConfig, type CustomChat, changeConfig, chatLocationOf } from '../../settings/chat/config';
import { followConfig } from '../../settings/chat/follow-config';
import { originOfTemplate } from '../../settings/chat/template';
import { originOf } from '../../settings/origin';
import type { SettingsStore } from '../../settings/settings-store';
import { siteOf } from '../../settings/site';
import type { SiteAccess } from '../../settings/sites/access';
import type { PanelStorage } from '../../settings/storage/area';
import { CHAT_OPTION_STRINGS as STRINGS } from '../../strings/chat-options';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { TemplateText } from './template-text';

type Props = {
  storage: PanelStorage;
  signal: AbortSignal;
  siteAccess: SiteAccess | undefined;
  /** Says what has become of a change. */
  reportFailure: SettingsStore['reportFailure'];
};

/** Where the chat opens, and which it is. */
export function ChatOptions({ storage, signal, siteAccess, reportFailure }: Props) {
  const config = useMemo(() => followConfig(storage, signal), [storage, signal]);
  if (!config.value) return null;
  const { own, managed } = config.value;
  const place = chatLocationOf({ own, managed });
  const change = (next: (before: ChatConfig) => ChatConfig) => reportFailure(changeConfig(storage, next));
  return (
    <section aria-labelledby="chat">
      <h2 id="chat">{STRINGS.title}</h2>
      <SelectField
        id="chat-place"
        label={STRINGS.place}
        value={place.at}
        choices={[
          ['dock', STRINGS.places.dock],
          ['panel', STRINGS.places.panel],
        ]}
        disabled={place.isManaged}
        help={
          <>
            {STRINGS.placeHelp} {place.isManaged && STRINGS.managed}
          </>
        }
        onChoose={(chosen, list) => {
          // What is shown is what is stored: a choice moves only once it is.
          list.value = place.at;
          void change((before) => ({ ...before, place: chosen }));
        }}
      />
      <TextField
        id="chat-name"
        label={STRINGS.displayName}
        help={STRINGS.displayNameHelp}
        attributes={{
          value: own.displayName,
          disabled: managed.isLocked,
          onChange: ({ currentTarget: { value } }) =>
            change((before) => ({ ...before, displayName: value.slice(0, 256) })),
        }}
      />
      <h3 id="custom-chats">{STRINGS.chats}</h3>
      <ul aria-labelledby="custom-chats">
        {managed.chats.map((chat) => (
          <li key={`managed ${chat.site}`} class="entry">
            <Described chat={chat} /> <p class="help">{STRINGS.managed}</p>
          </li>
        ))}
        {own.chats.map((chat) => (
          <li key={chat.site} class="entry">
            <Described chat={chat} />
            <WhyNot chat={chat} />
            <div class="actions">
              <button
                type="button"
                class="small"
                aria-label={STRINGS.about(chat.site)}
                onClick={() =>
                  change((before) => ({
                    ...before,
                    chats: before.chats.filter(({ site }) => site !== chat.site),
                  }))
                }
              >
                {STRINGS.remove}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {managed.problems.map((problem) => (
        <p key={problem} class="error">
          {problem}
        </p>
      ))}
      {!managed.isLocked && (
        <AddChat
          siteAccess={siteAccess}
          add={(chat) =>
            change((before) => ({
              ...before,
              chats: [chat, ...before.chats.filter(({ site }) => site !== chat.site)],
            }))
          }
        />
      )}
    </section>
  );
}

const Described = ({ chat: { site, url } }: { chat: CustomChat }) => (
  <>
    <p class="site">{site === '*' ? STRINGS.everySite : <bdi dir="ltr">{site}</bdi>}</p>
    <p class="facts">
      <bdi dir="ltr">
        <TemplateText text={url} />
      </bdi>
    </p>
  </>
);

/** A chat that an earlier version took, and that can't be opened: it has to be entered anew. */
function WhyNot({ chat: { url } }: { chat: CustomChat }) {
  const origin = originOfTemplate(url);
  return origin.ok ? null : <p class="error">{origin.error}</p>;
}

/** A site as it is compared: its origin, or `*`. */
const comparable = (text: string) => (text === '*' ? text : originOf(text));

type AddProps = Pick<Props, 'siteAccess'> & {
  /** Resolves with whether it is stored. */
  add: (chat: CustomChat) => Promise<boolean>;
};

function AddChat({ add, siteAccess }: AddProps) {
  const [site, setSite] = useState('*');
  const [url, setUrl] = useState('');
  const [errors, setErrors] = useState<{ site?: string; url?: string }>({});
  const [outcome, setOutcome] = useState('');
  const submit = () => {
    setOutcome('');
    const [checkedSite, origin] = [comparable(site.trim()), originOfTemplate(url.trim())];
    setErrors({
      ...(checkedSite === undefined && { site: STRINGS.noSite }),
      ...(!origin.ok && { url: origin.error }),
    });
    if (checkedSite === undefined || !origin.ok) return;
    // Before anything is awaited: browsers ask only in a click.
    // With permission for it, browsers do not partition the storage of a frame of that site: people stay
    // logged in.
    const permission = siteAccess?.ask([siteOf(origin.value) ?? origin.value]) ?? Promise.resolve(true);
    void add({ site: checkedSite, url: url.trim() }).then(async (isStored) => {
      // What was refused stays in its field, to be mended.
      if (!isStored) return;
      setUrl('');
      setOutcome((await permission) ? '' : STRINGS.noPermission);
    });
  };
  const field = (name: 'site' | 'url', value: string, set: (value: string) => void) => (
    <TextField
      id={`custom-chat-${name}`}
      label={STRINGS.fields[name]}
      error={errors[name]}
      help={!errors[name] && (name === 'site' ? STRINGS.siteHelp : STRINGS.urlHelp)}
      attributes={{ dir: 'ltr', value, onInput: (event) => set(event.currentTarget.value) }}
    />
  );
  return (
    <form
      aria-label={STRINGS.chats}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {field('site', site, setSite)}
      {field('url', url, setUrl)}
      <div class="actions">
        <button type="submit">{STRINGS.add}</button>
        {outcome && (
          <p class="help" role="status">
            {outcome}
          </p>
        )}
      </div>
    </form>
  );
}
