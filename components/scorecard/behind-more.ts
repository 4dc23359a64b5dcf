/** What of the month's head is rarely needed: on a phone it waits until MonthHead's "More" is pressed. */
export const BEHIND_MORE = "max-md:group-data-brief/month:hidden";
