/** As in aliases.ts, for the rest of the signal tables. */
export const SIGNAL_ALIASES: Record<string, Record<string, string>> = {
  touchpoints: {
    id: "id touchpoint_id activity_id engagement_id task_id meeting_id event_id call_id",
    at: "at date activity_date meeting_date occurred_at start_time meeting_start_time start_date_time timestamp created_at datum happened_on",
    kind: "kind type activity_type engagement_type touchpoint_type meeting_type task_subtype channel art",
    two_way: "two_way replied responded is_reply customer_replied",
    attended: "attended customer_attended attendance showed_up teilgenommen",
    response_hours: "response_hours response_time_hours hours_to_reply reply_hours response_minutes*0.0166666667",
    with_executive: "with_executive executive executive_present exec_present exec_attended with_exec",
    alignment: "alignment strategic_alignment",
    contact_id: "contact_id who_id contact",
    summary: "summary subject notes note description title",
  },
  invoices: {
    id: "id invoice_id invoice_number invoice_no number invoice rechnungsnummer",
    issued_on:
      "issued_on issue_date issued_at invoice_date invoiced_on billing_date date created created_at finalized_at rechnungsdatum",
    due_on: "due_on due_date due payment_due payment_due_date falligkeit fallig_am",
    paid_on: "paid_on paid_at paid_date payment_date date_paid status_transitions_paid_at bezahlt_am paid",
    amount: "amount total amount_due total_amount invoice_amount invoice_total amount_total betrag summe",
    currency: "currency currency_code waehrung wahrung",
    disputed: "disputed in_dispute is_disputed dispute",
  },
  contacts: {
    id: "id contact_id record_id vid user_id contact_key email",
    name: "name full_name contact_name contact display_name traits_name",
    role: "role contact_role buying_role persona relationship stakeholder_role rolle",
    title: "title job_title position jobtitle traits_title",
    department: "department team abteilung function",
    active_from:
      "active_from since create_date created_date created_at created start_date known_since signed_up signed_up_at",
    active_to: "active_to left_on left_at end_date departed_on",
    referenceable: "referenceable reference is_reference reference_customer",
    last_asked_on: "last_asked_on last_asked reference_last_asked",
  },
  surveys: {
    id: "id response_id survey_response_id answer_id",
    at: "at date responded_at submitted_at response_date survey_date submitted answered_at created_at completed_at datum",
    kind: "kind survey_type type survey survey_name metric",
    score: "score rating nps nps_score csat csat_score ces ces_score response answer value",
    contact_role: "contact_role role respondent_role",
  },
  milestones: {
    id: "id milestone_id task_id goal_id",
    name: "name milestone milestone_name goal task objective",
    kind: "kind type milestone_type",
    target_on: "target_on target_date due_date planned_date planned_on deadline target",
    achieved_on: "achieved_on completed_on completed_at completion_date done_on actual_date achieved_date completed",
    shared_internally: "shared_internally shared",
  },
  events: {
    id: "id event_id signal_id",
    at: "at date event_date occurred_at occurred_on published_at announced_on timestamp datum",
    kind: "kind type event_type event signal signal_type category",
    sign: "sign impact polarity direction",
    note: "note headline description summary notes comment",
  },
  metrics: {
    key: "key metric metric_key metric_name kpi kennzahl",
    day: "day date measured_on as_of datum period",
    value: "value metric_value figure wert",
  },
  outcomes: {
    id: "id outcome_id opportunity_id renewal_id deal_id record_id",
    kind: "kind outcome result renewal_outcome renewal_status renewal_result stage_name deal_stage stage decision event_type change_type ergebnis type~ status~",
    decided_on:
      "decided_on decision_date decided_at close_date closed_on closed_at renewal_date churn_date cancellation_date cancelled_on canceled_at date datum",
    effective_on:
      "effective_on effective_date effective contract_end_date end_date ends_on last_day wirksam_am ended_at",
    arr_before: "arr_before previous_arr prior_arr old_arr arr_old starting_arr mrr_before*12 previous_mrr*12",
    arr_after: "arr_after new_arr arr_new renewed_arr ending_arr amount mrr_after*12 new_mrr*12",
    currency: "currency currency_code currency_iso_code",
    reason: "reason cause churn_reason loss_reason lost_reason closed_lost_reason cancellation_reason grund",
    avoidable: "avoidable preventable was_avoidable",
    note: "note notes comment description",
  },
};

/** What files of others call the column that says whose a row is, and which field of ours it then holds; `text` holds an id
 * or a name: its cells tell. */
export const ACCOUNT_ALIASES: Record<"external_id" | "name" | "domain" | "text", string> = {
  external_id:
    "account_id customer_id company_id organization_id organisation_id org_id client_id tenant_id workspace_id group_id external_account_id customer_ref customer_reference account_ref account_reference customer_number customer_no account_number account_no account_key customer_key account_code customer_code crm_id associated_company_id associated_company_ids primary_associated_company_id associated_company_record_id remote_company_id context_group_id kundennummer kunden_nr kunden_id mandant",
  name: "account_name customer_name company_name organization_name organisation_name client_name associated_company associated_company_name requester_organization firma firmenname",
  domain:
    "domain company_domain_name company_domain account_domain customer_domain website website_url organization_domain",
  text: "customer account company client organization organisation tenant kunde",
};

/** Of an accounts file, what else the column of its own keys is called. */
export const OWN_KEY_ALIASES = "record_id id external_id hs_object_id company_record_id";
