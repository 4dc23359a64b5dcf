import "server-only";

/** Where the word of so many bytes at a place of the buffer stands in the list. */
export type PlaceOfWord = (at: number, length: number) => number;

/** Finds words by their UTF-8 bytes, so that one that many rows hold is made a string once; a new one is added to the list. */
export function placeOfWord(bytes: Uint8Array, words: string[]): PlaceOfWord {
  const byHash = new Map<number, { spelled: Uint8Array; place: number }[]>();
  const learn = (spelled: Uint8Array, place: number) => {
    const hash = hashOf(spelled, 0, spelled.length);
    byHash.set(hash, [...(byHash.get(hash) ?? []), { spelled, place }]);
    return place;
  };
  for (const [place, word] of words.entries()) learn(new TextEncoder().encode(word), place);
  return (at, length) => {
    for (const { spelled, place } of byHash.get(hashOf(bytes, at, length)) ?? [])
      if (isAt(bytes, at, length, spelled)) return place;
    const spelled = bytes.subarray(at, at + length);
    return learn(spelled, words.push(new TextDecoder().decode(spelled)) - 1);
  };
}

function hashOf(bytes: Uint8Array, at: number, length: number): number {
  let hash = length;
  for (let i = at; i < at + length; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
  return hash;
}

function isAt(bytes: Uint8Array, at: number, length: number, spelled: Uint8Array): boolean {
  if (length !== spelled.length) return false;
  for (let i = 0; i < length; i++) if (bytes[at + i] !== spelled[i]) return false;
  return true;
}
