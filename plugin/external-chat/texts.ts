/** What the plugin shows in the meeting. */
export interface PluginTexts {
  open: string;
  close: string;
  openPeople: string;
  closePeople: string;
  /** `#` is the number of messages. */
  unread: string;
  /** For a press of Chat on a page that responds to nothing. */
  noChat: string;
}

const ENGLISH: PluginTexts = {
  open: 'Open Chat',
  close: 'Close Chat',
  openPeople: 'Open Participants',
  closePeople: 'Close Participants',
  unread: '# unread',
  noChat: 'This page has no chat. Use the External Chat browser extension, or ask your administrator.',
};

const TEXTS: Readonly<Record<string, PluginTexts>> = {
  de: {
    open: 'Chat öffnen',
    close: 'Chat schließen',
    openPeople: 'Teilnehmer anzeigen',
    closePeople: 'Teilnehmer ausblenden',
    unread: '# ungelesen',
    noChat:
      'Diese Seite hat keinen Chat. Nutzen Sie die Browsererweiterung External Chat, oder fragen Sie Ihren Administrator.',
  },
  es: {
    open: 'Abrir chat',
    close: 'Cerrar chat',
    openPeople: 'Mostrar participantes',
    closePeople: 'Ocultar participantes',
    unread: '# sin leer',
    noChat:
      'Esta página no tiene chat. Use la extensión de navegador External Chat o consulte a su administrador.',
  },
  fr: {
    open: 'Ouvrir le chat',
    close: 'Fermer le chat',
    openPeople: 'Afficher les participants',
    closePeople: 'Masquer les participants',
    unread: 'non lus : #',
    noChat:
      'Cette page n’a pas de chat. Utilisez l’extension de navigateur External Chat ou contactez votre administrateur.',
  },
  nb: {
    open: 'Åpne chat',
    close: 'Lukk chat',
    openPeople: 'Vis deltakere',
    closePeople: 'Skjul deltakere',
    unread: 'uleste: #',
    noChat: 'Denne siden har ingen chat. Bruk nettleserutvidelsen External Chat, eller spør administratoren.',
  },
  ar: {
    open: 'فتح الدردشة',
    close: 'إغلاق الدردشة',
    openPeople: 'إظهار المشاركين',
    closePeople: 'إخفاء المشاركين',
    unread: 'غير مقروء: #',
    noChat: 'لا توجد دردشة في هذه الصفحة. استخدم إضافة المتصفح External Chat، أو اسأل المسؤول.',
  },
};

/**
 * The texts in the meeting's language, which Web App 3 names as `de`, `de-AT` or `de_DE`; in English where
 * there are none in that language.
 */
export function textsIn(language: unknown): PluginTexts {
  const [primary = ''] = typeof language === 'string' ? language.toLowerCase().split(/[-_]/) : [];
  const code = primary === 'no' || primary === 'nn' ? 'nb' : primary;
  return (Object.hasOwn(TEXTS, code) && TEXTS[code]) || ENGLISH;
}
