import type { Outlook } from '../../../../../plugin/classic/obstacles/outlook';

/** What becomes of one plugin of the gallery in Web App 3. */
interface Expected {
  outlook: Outlook;
  /** A part of the sentence that says what Web App 3 has no place for. */
  obstacle?: string;
}

/** The plugins of `tests/fixtures/classic/gallery`, by name, in the order of its settings.json. */
export const GALLERY: Readonly<Record<string, Expected>> = {
  recording: { outlook: 'whole' },
  'rename-participant': { outlook: 'whole' },
  'mute-video-participant': { outlook: 'whole' },
  mtw: { outlook: 'whole' },
  'breakout-rooms': { outlook: 'whole' },
  'change-layout': { outlook: 'whole' },
  directory: { outlook: 'whole' },
  survey: { outlook: 'none', obstacle: 'it navigates its page elsewhere' },
  fullscreen: { outlook: 'whole' },
  screenshot: { outlook: 'none', obstacle: 'it takes pictures from the videos of the call' },
  'server-mute-notifier': { outlook: 'part', obstacle: 'it uses elements of Webapp2’s own page' },
  'direct-chat': { outlook: 'none', obstacle: 'it uses a PexRTC connection' },
  'chat-notify': { outlook: 'none', obstacle: 'it uses elements of Webapp2’s own page' },
  'start-muted': { outlook: 'none', obstacle: 'it mutes the user’s own camera or microphone' },
  'maintain-url': { outlook: 'none', obstacle: 'it changes the URL or the history' },
  'raise-hand-notification': { outlook: 'whole' },
};
