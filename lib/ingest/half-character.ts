/** Whether text holds half of a UTF-16 character, which no text of the database can. Most text has not even whole ones of two
 * halves, which is quickly seen. */
export function hasHalfCharacter(text: string): boolean {
  return /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text);
}
