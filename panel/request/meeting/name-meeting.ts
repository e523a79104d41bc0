import { signal } from '@preact/signals';
import type { fullMeetingName } from './meeting-name';

/**
 * What names meetings. It is not needed to show the panel, whose first scripts have no room for it, and is
 * there before anybody can dial.
 */
const naming = signal<{ fullMeetingName?: typeof fullMeetingName }>({});
import('./meeting-name').then((module) => {
  naming.value = module;
}, console.error);

/** What a meeting is called beside the others of its page; empty until that code has come. */
export const nameMeeting: typeof fullMeetingName = (meetings, meeting) =>
  naming.value.fullMeetingName?.(meetings, meeting) ?? '';
