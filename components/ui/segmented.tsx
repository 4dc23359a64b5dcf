import { Link } from "@/components/ui/link";
import { cx } from "./cx";

const frame = "inline-flex w-fit max-w-full flex-wrap rounded-control border border-input bg-card p-0.5";
const segment = (active: boolean) =>
  cx(
    "inline-flex h-6.5 min-w-6 items-center justify-center rounded-badge px-2 whitespace-nowrap max-md:h-10",
    active ? "bg-muted font-semibold" : "text-muted-foreground hover:text-foreground",
  );

interface LinksProps {
  label: string;
  current: string;
  options: readonly { value: string; label: string; href: string }[];
}

/** A choice of one whose state is the URL. */
export function SegmentedLinks({ label, current, options }: LinksProps) {
  return (
    <nav aria-label={label} className={frame}>
      {options.map(({ value, label: text, href }) => (
        <Link
          key={value}
          href={href}
          scroll={false}
          aria-current={value === current ? "true" : undefined}
          className={segment(value === current)}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}

interface RadioProps {
  name: string;
  label: string;
  value: string | null;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  disabled?: boolean;
}

/** A choice of one by radio buttons: arrow keys move, the label is read. */
export function Segmented({ name, label, value, options, onChange, disabled }: RadioProps) {
  return (
    <fieldset className={frame} disabled={disabled}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            segment(option.value === value),
            "cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-ring",
          )}
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
