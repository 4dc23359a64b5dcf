export interface ControlProps {
  name: string;
  value: string;
  onChange: (value: string) => void;
}

/** Several of a few values. */
export function FilterSome({
  name,
  words,
  value,
  onChange,
}: ControlProps & { words: Readonly<Record<string, string>> }) {
  const chosen = value ? value.split(",") : [];
  const toggle = (key: string) =>
    onChange(
      Object.keys(words)
        .filter((one) => (one === key) !== chosen.includes(one))
        .join(","),
    );
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">{name} is</legend>
      {Object.entries(words).map(([key, word]) => (
        <label key={key} className="flex min-h-6 items-center gap-2 max-md:min-h-11">
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={() => toggle(key)}
            className="accent-primary"
          />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
