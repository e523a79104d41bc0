import { perLanguage } from './format';

const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

const dates = perLanguage((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeStyle: 'short' }));
const times = perLanguage((tag) => new Intl.DateTimeFormat(tag, TIME));
const daysAndTimes = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { ...TIME, day: 'numeric', month: 'short' }),
);
/** Day and time of a moment in milliseconds since the epoch. */
export const formatDate = (at: number): string => dates().format(at);

/** The time of day of a moment, with the day in front unless that is today. */
export function formatTime(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return (isToday ? times() : daysAndTimes()).format(at);
}
