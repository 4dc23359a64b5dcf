"use server";
import {
  RecordForecastCall,
  recordForecastCall as recordForecastCallCommand,
} from "@/lib/commands/record-forecast-call";
import { SaveForecastRates, saveForecastRates as saveForecastRatesCommand } from "@/lib/commands/save-forecast-rates";
import { TakeBackCall, takeBackCall as takeBackCallCommand } from "@/lib/commands/take-back-call";
import { action } from "@/lib/server/action";

const forecast = { revalidate: ["/forecast"] };

export const recordForecastCall = action(RecordForecastCall, recordForecastCallCommand, forecast);

export const takeBackCall = action(TakeBackCall, takeBackCallCommand, forecast);

export const saveForecastRates = action(SaveForecastRates, saveForecastRatesCommand, forecast);
