-- Whatever writes a signal, whoever does it: the account's days are closed again from the earliest day it touches.
CREATE FUNCTION mark_changed_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT * FROM new_rows'
    WHEN 'DELETE' THEN 'SELECT * FROM old_rows'
    ELSE 'SELECT * FROM new_rows UNION ALL SELECT * FROM old_rows' END;
BEGIN
  EXECUTE format(
    'INSERT INTO changed_accounts (account_id, from_day)
     SELECT account_id, min(%s) FROM (%s) AS changed GROUP BY account_id ORDER BY account_id
     ON CONFLICT (account_id) DO UPDATE
     SET from_day = least(changed_accounts.from_day, excluded.from_day), changed_at = now()',
    TG_ARGV[0], changed);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER contracts_insert_marks AFTER INSERT ON contracts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('starts_on');
--> statement-breakpoint
CREATE TRIGGER contracts_update_marks AFTER UPDATE ON contracts REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('starts_on');
--> statement-breakpoint
CREATE TRIGGER contracts_delete_marks AFTER DELETE ON contracts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('starts_on');
--> statement-breakpoint
CREATE TRIGGER usage_days_insert_marks AFTER INSERT ON usage_days REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('day');
--> statement-breakpoint
CREATE TRIGGER usage_days_update_marks AFTER UPDATE ON usage_days REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('day');
--> statement-breakpoint
CREATE TRIGGER usage_days_delete_marks AFTER DELETE ON usage_days REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('day');
--> statement-breakpoint
CREATE TRIGGER feature_usage_insert_marks AFTER INSERT ON feature_usage REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('day');
--> statement-breakpoint
CREATE TRIGGER feature_usage_update_marks AFTER UPDATE ON feature_usage REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('day');
--> statement-breakpoint
CREATE TRIGGER feature_usage_delete_marks AFTER DELETE ON feature_usage REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('day');
--> statement-breakpoint
CREATE TRIGGER entitlements_insert_marks AFTER INSERT ON entitlements REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('from_on');
--> statement-breakpoint
CREATE TRIGGER entitlements_update_marks AFTER UPDATE ON entitlements REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('from_on');
--> statement-breakpoint
CREATE TRIGGER entitlements_delete_marks AFTER DELETE ON entitlements REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('from_on');
--> statement-breakpoint
CREATE TRIGGER tickets_insert_marks AFTER INSERT ON tickets REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('(opened_at at time zone ''UTC'')::date - 1');
--> statement-breakpoint
CREATE TRIGGER tickets_update_marks AFTER UPDATE ON tickets REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('(opened_at at time zone ''UTC'')::date - 1');
--> statement-breakpoint
CREATE TRIGGER tickets_delete_marks AFTER DELETE ON tickets REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('(opened_at at time zone ''UTC'')::date - 1');
--> statement-breakpoint
CREATE TRIGGER touchpoints_insert_marks AFTER INSERT ON touchpoints REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('(at at time zone ''UTC'')::date - 1');
--> statement-breakpoint
CREATE TRIGGER touchpoints_update_marks AFTER UPDATE ON touchpoints REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('(at at time zone ''UTC'')::date - 1');
--> statement-breakpoint
CREATE TRIGGER touchpoints_delete_marks AFTER DELETE ON touchpoints REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('(at at time zone ''UTC'')::date - 1');
--> statement-breakpoint
CREATE TRIGGER invoices_insert_marks AFTER INSERT ON invoices REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('due_on');
--> statement-breakpoint
CREATE TRIGGER invoices_update_marks AFTER UPDATE ON invoices REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('due_on');
--> statement-breakpoint
CREATE TRIGGER invoices_delete_marks AFTER DELETE ON invoices REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('due_on');
--> statement-breakpoint
CREATE TRIGGER contacts_insert_marks AFTER INSERT ON contacts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('active_from');
--> statement-breakpoint
CREATE TRIGGER contacts_update_marks AFTER UPDATE ON contacts REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('active_from');
--> statement-breakpoint
CREATE TRIGGER contacts_delete_marks AFTER DELETE ON contacts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('active_from');
--> statement-breakpoint
CREATE TRIGGER surveys_insert_marks AFTER INSERT ON surveys REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('(at at time zone ''UTC'')::date - 1');
--> statement-breakpoint
CREATE TRIGGER surveys_update_marks AFTER UPDATE ON surveys REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('(at at time zone ''UTC'')::date - 1');
--> statement-breakpoint
CREATE TRIGGER surveys_delete_marks AFTER DELETE ON surveys REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('(at at time zone ''UTC'')::date - 1');
--> statement-breakpoint
CREATE TRIGGER milestones_insert_marks AFTER INSERT ON milestones REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('least(target_on, achieved_on)');
--> statement-breakpoint
CREATE TRIGGER milestones_update_marks AFTER UPDATE ON milestones REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('least(target_on, achieved_on)');
--> statement-breakpoint
CREATE TRIGGER milestones_delete_marks AFTER DELETE ON milestones REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('least(target_on, achieved_on)');
--> statement-breakpoint
CREATE TRIGGER events_insert_marks AFTER INSERT ON events REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('(at at time zone ''UTC'')::date - 1');
--> statement-breakpoint
CREATE TRIGGER events_update_marks AFTER UPDATE ON events REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('(at at time zone ''UTC'')::date - 1');
--> statement-breakpoint
CREATE TRIGGER events_delete_marks AFTER DELETE ON events REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('(at at time zone ''UTC'')::date - 1');
--> statement-breakpoint
CREATE TRIGGER metrics_insert_marks AFTER INSERT ON metrics REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('day');
--> statement-breakpoint
CREATE TRIGGER metrics_update_marks AFTER UPDATE ON metrics REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('day');
--> statement-breakpoint
CREATE TRIGGER metrics_delete_marks AFTER DELETE ON metrics REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('day');
--> statement-breakpoint
CREATE TRIGGER outcomes_insert_marks AFTER INSERT ON outcomes REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('effective_on');
--> statement-breakpoint
CREATE TRIGGER outcomes_update_marks AFTER UPDATE ON outcomes REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('effective_on');
--> statement-breakpoint
CREATE TRIGGER outcomes_delete_marks AFTER DELETE ON outcomes REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_accounts('effective_on');
--> statement-breakpoint
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is never changed';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_is_kept BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
-- Month partitions of a table partitioned by day, for every month from one date to another.
CREATE FUNCTION ensure_months(parent text, from_day date, to_day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  month date := date_trunc('month', from_day)::date;
  name text;
BEGIN
  WHILE month <= to_day LOOP
    name := parent || to_char(month, '_YYYYMM');
    IF to_regclass(name) IS NULL THEN
      PERFORM pg_advisory_xact_lock(hashtext(name));
      EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
        name, parent, month, (month + interval '1 month')::date);
    END IF;
    month := (month + interval '1 month')::date;
  END LOOP;
END $$;
--> statement-breakpoint
INSERT INTO settings (id) VALUES (1);
