"use client";
import { useMemo, useState } from "react";
import { Model } from "@/lib/core/health/model";

/** The draft, or how it stood when it last could be scored. */
export function useLastValid(model: Model, first: Model): Model {
  const [last, setLast] = useState(first);
  const parsed = useMemo(() => Model.safeParse(model), [model]);
  const isValid = parsed.success;
  if (isValid && last !== model) setLast(model);
  return isValid ? model : last;
}
