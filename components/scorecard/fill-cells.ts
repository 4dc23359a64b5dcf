import { answerOf } from "@/lib/core/scorecard/answer-of";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { answerWord, QUESTION_WORDS } from "@/lib/core/scorecard/questions";
import type { Question } from "@/lib/core/scorecard/reasons";
import { cellsOf } from "@/lib/core/scorecard/table-text";
import { rangeOf } from "./grid-range";
import { COLUMNS, type Column, editOf, type Grid, type GridState, type Refused, typed, viewIn } from "./grid-state";
import { noteLine } from "./note-line";
import { questionOf } from "./question-of";

const MOST_NOTE = 500;

/** The selected answers set to the best, middle or worst of their questions. */
export function rangeFilled(state: GridState, grid: Grid, rank: number): GridState {
  const range = rangeOf(state, grid);
  if (!range) return state;
  return range.rows.reduce((next, row) => {
    const answers = range.columns.flatMap((column) => {
      const question = questionOf(column);
      const value = question && QUESTION_WORDS[question].options[rank]?.value;
      return question && value ? [[question, value] as const] : [];
    });
    return row.answersAs ? withAnswers(next, row, answers) : next;
  }, state);
}

/** The first row of the selection given to its other rows; of a single cell, the cell above it. */
export function filledDown(state: GridState, grid: Grid): GridState {
  const range = rangeOf(state, grid);
  if (!range) return state;
  const isSingle = range.rows.length === 1;
  const source = isSingle ? grid.rows[range.first - 1] : range.rows[0];
  if (!source) return state;
  const given = viewIn(state, source, grid.hideMeasured);
  const targets = isSingle ? range.rows : range.rows.slice(1);
  return targets.reduce((next, row) => {
    if (!row.answersAs) return next;
    const answers = range.columns.flatMap((column) => {
      const question = questionOf(column);
      const answer = question && given.cells[question].answer;
      return question && answer ? [[question, answer] as const] : [];
    });
    const filled = withAnswers(next, row, answers);
    const note = noteLine(given.notes);
    return range.columns.includes("note") && note ? (withNote(filled, grid, row, note) ?? filled) : filled;
  }, state);
}

/** The state with a spreadsheet's cells pasted from the cursor on: answers by word or as stored, notes as the reasons that
 * are asked for. Pasted from the account column on, each line finds its account by name. What cannot be read is left out
 * and named; the rest is taken. */
export function pasted(state: GridState, grid: Grid, text: string): GridState {
  const range = rangeOf(state, grid);
  if (!range) return state;
  const left = COLUMNS.indexOf(range.columns[0] as Column);
  const refused: Refused[] = [];
  let next = state;
  for (const [down, cells] of cellsOf(text).entries()) {
    const name = left === 0 ? cells[0]?.trim() : undefined;
    if (name !== undefined && isHead(name)) continue;
    const row = name === undefined ? grid.rows[range.first + down] : named(grid, name);
    const where = `Line ${down + 1}`;
    if (!row) {
      const why = name === undefined ? "the grid has no more rows" : "no account of this grid has that name";
      if (cells.some((cell) => cell.trim() !== "")) refused.push({ where, text: name ?? cells.join(" "), why });
      continue;
    }
    for (const [right, cell] of cells.entries()) {
      const column = COLUMNS[left + right];
      if (!column || column === "account" || cell.trim() === "") continue;
      const result = row.answersAs ? withCell(next, grid, row, column, cell.trim()) : "you do not answer for it";
      if (typeof result !== "string") next = result;
      else refused.push({ where: `${where}, ${row.name}, ${headOf(column)}`, text: cell.trim(), why: result });
    }
  }
  return { ...next, refused };
}

/** The state with a cell's text taken, or why it was not. */
function withCell(state: GridState, grid: Grid, row: GridRow, column: Column, text: string): GridState | string {
  const question = questionOf(column);
  if (!question)
    return text.length > MOST_NOTE
      ? `a reason has at most ${MOST_NOTE} characters`
      : (withNote(state, grid, row, text) ?? "no answer of this row asks for a reason");
  const answer = answerOf(question, text);
  if (answer) return withAnswers(state, row, [[question, answer]]);
  return `is none of ${QUESTION_WORDS[question].options.map(({ value }) => answerWord(question, value)).join(", ")}`;
}

function withAnswers(state: GridState, row: GridRow, answers: readonly (readonly [Question, string])[]): GridState {
  if (answers.length === 0) return state;
  return typed(state, row, { answers: { ...editOf(state, row).answers, ...Object.fromEntries(answers) } });
}

/** The text as the reason of every answer of a row that lacks one; null where none does and it says what already stands. */
function withNote(state: GridState, grid: Grid, row: GridRow, text: string): GridState | null {
  const { lacking, notes } = viewIn(state, row, grid.hideMeasured);
  if (lacking.length === 0) return noteLine(notes) === text ? state : null;
  return typed(state, row, { notes: Object.fromEntries(lacking.map(({ question }) => [question, text])) });
}

const isHead = (name: string) => name.toLowerCase() === "account";
const named = ({ rows }: Grid, name: string) => rows.find((row) => row.name.toLowerCase() === name.toLowerCase());
const headOf = (column: Column) => (questionOf(column) ? QUESTION_WORDS[questionOf(column) as Question].name : "Note");
