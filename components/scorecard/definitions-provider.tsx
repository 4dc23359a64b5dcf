"use client";
import { createContext, type ReactNode, useContext } from "react";
import { QUESTION_WORDS, type Wording } from "@/lib/core/scorecard/questions";

const DefinitionsContext = createContext<Wording>(QUESTION_WORDS);

/** The definitions of the answers that the cards inside show: those of their time. */
export function DefinitionsProvider({ definitions, children }: { definitions: Wording; children: ReactNode }) {
  return <DefinitionsContext value={definitions}>{children}</DefinitionsContext>;
}

/** The questions with the definitions that count here. */
export function useDefinitions(): Wording {
  return useContext(DefinitionsContext);
}
