import { language } from '../../locales/language';

const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

/** The time of day, with the date in front unless that is today. */
export function timeOf(at: number): string {
  const moment = new Date(at);
  const isToday = moment.toDateString() === new Date().toDateString();
  return moment.toLocaleString(language(), isToday ? TIME : { ...TIME, day: 'numeric', month: 'short' });
}
