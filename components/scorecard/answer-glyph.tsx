/** The shape of an answer: a full disc for the best, half for the middle, a ring for the worst, a dash for not applicable.
 * Never a band's colour: an answer is no band. */
export function AnswerGlyph({ rank, isAnswered = true }: { rank: number | null; isAnswered?: boolean }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width="12"
      height="12"
      viewBox="0 0 12 12"
      className="shrink-0 fill-none stroke-current"
      strokeWidth="1.5"
    >
      {isAnswered && rank !== null && (
        <circle cx="6" cy="6" r="5" className={rank === 0 ? "fill-current" : undefined} />
      )}
      {isAnswered && rank === 1 && <path d="M6 1a5 5 0 0 0 0 10Z" className="fill-current" />}
      {isAnswered && rank === null && <path d="M2 6h8" />}
    </svg>
  );
}
