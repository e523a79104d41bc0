/** What an impostor does in its own frame. */
interface ImpostorOptions {
  alias: string;
  features?: readonly string[];
  /**
   * Whether it goes on until it is answered. Firefox takes the frames of the page before away a moment late,
   * and as long as they are there, nobody else is heard.
   */
  insists?: boolean;
}

/** The frame in which an impostor acts as the plugin, in the page that it is served as. */
export const IMPOSTOR_FRAME = '#fake';

/**
 * A page of another site that takes itself for a meeting: a frame in a sandbox says what the plugin would
 * say, and keeps the names of all messages that it gets.
 */
export function impostorPage({ alias, features = [], insists = false }: ImpostorOptions): string {
  const script = `window.heard = [];
    window.addEventListener('message', ({ data }) => heard.push(String(data?.action).split('/')[1]));
    const say = (name, fields) =>
      top.postMessage({ action: 'pexip:plugin:external-chat/' + name, ...fields }, '*');
    window.act = () => {
      say('ready', { features: ${JSON.stringify(features)} });
      say('connected', { conferenceAlias: ${JSON.stringify(alias)} });
      // As after every call that was answered.
      say('dial-out-success', { uuid: 'u' });
    };
    act();
    if (${insists}) {
      const again = setInterval(() => heard.length > 0 ? clearInterval(again) : act(), 100);
    }`;
  const srcdoc = `<script>${script}</script>`.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html><meta charset="utf-8"><title>Elsewhere</title>
    <iframe id="fake" title="Fake" sandbox="allow-scripts" srcdoc="${srcdoc}"></iframe>`;
}
