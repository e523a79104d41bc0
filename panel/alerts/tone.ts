/** What each occasion sounds like: the frequencies of its notes, in hertz. */
const NOTES = {
  unread: [880],
  people: [660, 880],
  joined: [523, 784],
  failed: [392, 294],
} as const;
export type Occasion = keyof typeof NOTES;

const NOTE_S = 0.12;
const LOUDNESS = 0.08;

let audio: AudioContext | undefined;

/** Plays a short, soft tone. Silent until the browser allows this document sound, with its first click. */
export async function playTone(occasion: Occasion): Promise<void> {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') {
    // Browsers may keep this waiting until somebody clicks: a tone that comes then is about nothing.
    if (!navigator.userActivation?.hasBeenActive) return;
    await audio.resume();
  }
  const { currentTime, destination } = audio;
  for (const [index, frequency] of NOTES[occasion].entries()) {
    const at = currentTime + index * NOTE_S;
    const note = new OscillatorNode(audio, { frequency });
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
    gain.gain.linearRampToValueAtTime(0, at + NOTE_S);
    note.connect(gain).connect(destination);
    note.start(at);
    note.stop(at + NOTE_S);
  }
}
