/** What files of others call our columns, by table: words as `headerName` writes them, the likeliest first. `type~` is a weak name, `mrr*12` says
 * that the figure is multiplied. HubSpot, Salesforce, Stripe, Zendesk, Intercom, Segment and what companies type. */
export const ALIASES: Record<string, Record<string, string>> = {
  accounts: {
    name: "name company_name account_name customer_name organization_name organisation_name client_name legal_name company customer client firma kunde traits_name",
    domain:
      "domain company_domain_name company_domain domain_name domain_names website website_url web_site url homepage traits_domain traits_website",
    segment:
      "segment customer_segment account_segment market_segment customer_tier account_tier tier size_segment traits_segment",
    lifecycle_stage: "lifecycle_stage customer_stage account_stage lifecycle stage traits_lifecycle_stage",
    industry: "industry vertical sector branche traits_industry",
    region: "region territory geo country_region billing_country country land traits_region",
    customer_since:
      "customer_since became_a_customer_date customer_start_date first_contract_date onboarded_on signup_date sign_up_date signed_up_at since kunde_seit remote_created_at create_date created_date created_at created traits_created_at",
    source: "source lead_source account_source original_source original_traffic_source acquisition_channel",
    crm_url: "crm_url record_url crm_link",
    parent_account_id: "parent_account_id parent_id parent_company_id parent_company parent_account parent",
    csm_email:
      "csm_email csm customer_success_manager cs_owner success_manager company_owner account_owner owner_email owner owner_id hubspot_owner_id assigned_to",
    am_email: "am_email account_manager key_account_manager account_executive ae sales_owner kam am",
    arr: "arr annual_recurring_revenue acv annual_contract_value contract_value annual_value arr_usd arr_eur current_arr mrr*12 monthly_recurring_revenue*12 monthly_spend*12 monthly_value*12",
    currency: "currency currency_code currency_iso_code deal_currency_code wahrung waehrung",
    seats:
      "seats seat_count contracted_seats licensed_users licenses licences license_count number_of_seats user_limit quantity lizenzen",
    contract_start:
      "contract_start contract_start_date subscription_start subscription_start_date current_period_start start_date vertragsbeginn",
    renewal_date:
      "renewal_date renewal renews_on next_renewal next_renewal_date contract_end contract_end_date subscription_end current_period_end end_date expiry_date expires_at expiration_date vertragsende",
    notice_days: "notice_days notice_period notice_period_days kundigungsfrist kundigungsfrist_tage",
    auto_renew: "auto_renew auto_renewal autorenew autorenewal automatic_renewal",
  },
  people: {
    name: "name full_name display_name person",
    role: "role roles profile",
    manager_email: "manager_email manager reports_to team_lead",
  },
  scorecards: {
    period: "period month monat",
    champion: "champion champion_status",
    executive: "executive executive_sponsor executive_alignment exec",
    outcome: "outcome outcomes_status value_realised",
    reason: "reason note notes comment",
    submitted_by: "submitted_by author csm_email csm",
    submitted_at: "submitted_at submitted_on date",
  },
  contracts: {
    id: "id contract_id subscription_id contract_number contract_no subscription vertragsnummer opportunity_id",
    starts_on:
      "starts_on start_date starts_at start contract_start contract_start_date current_period_start subscription_start subscription_start_date service_start_date begin_date vertragsbeginn",
    ends_on:
      "ends_on end_date ends_at end contract_end contract_end_date current_period_end renewal_date subscription_end subscription_end_date service_end_date expiry_date expiration_date vertragsende",
    arr: "arr annual_recurring_revenue acv annual_contract_value contract_value annual_value amount price plan_amount mrr*12 monthly_recurring_revenue*12 monthly_amount*12 monthly_price*12 jahreswert",
    currency: "currency currency_code currency_iso_code waehrung wahrung",
    seats: "seats quantity seat_count licenses licences license_count number_of_seats users_included lizenzen",
    auto_renew: "auto_renew auto_renewal autorenew cancel_at_period_end",
    notice_days: "notice_days notice_period notice_period_days kundigungsfrist",
  },
  usage_days: {
    day: "day date usage_date activity_date event_date datum tag timestamp week week_start week_starting week_of week_beginning week_ending week_end month month_start period",
    active_users:
      "active_users daily_active_users dau users unique_users active_user_count distinct_users weekly_active_users wau aktive_nutzer",
    active_users_28d: "active_users_28d active_users_28_d active_users_30d monthly_active_users mau",
    logins: "logins login_count sign_ins signins sessions session_count visits anmeldungen",
    events: "events event_count total_events actions action_count clicks page_views pageviews",
    features_used: "features_used feature_count distinct_features features",
    session_minutes:
      "session_minutes minutes minutes_used time_spent_minutes usage_minutes session_seconds*0.0166666667 usage_seconds*0.0166666667 duration_seconds*0.0166666667 time_spent_seconds*0.0166666667 usage_duration_secs*0.0166666667 seconds*0.0166666667 session_hours*60 usage_hours*60",
  },
  feature_usage: {
    feature: "feature feature_name feature_key funktion",
    day: "day date usage_date activity_date datum",
    module: "module product product_area area modul",
    users: "users unique_users active_users user_count distinct_users",
  },
  entitlements: {
    module: "module product product_name add_on addon modul",
    from: "from from_on start_date starts_on valid_from",
    to: "to to_on end_date ends_on valid_to valid_until",
  },
  tickets: {
    id: "id ticket_id ticket_number ticket case_id case_number issue_key conversation_id number key",
    opened_at:
      "opened_at created_at created created_date create_date date_opened opened open_date opened_date erstellt_am requested_at submitted_at submitted",
    closed_at:
      "closed_at solved_at resolved_at closed_date date_closed close_date solved resolved closed resolution_date resolved_date geschlossen_am",
    severity: "severity priority ticket_priority urgency sev prioritat severity_level",
    escalated: "escalated is_escalated escalation",
    csat: "csat csat_score satisfaction_score satisfaction satisfaction_rating conversation_rating customer_satisfaction rating",
    sentiment: "sentiment sentiment_score",
  },
};
