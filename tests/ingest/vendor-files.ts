/** Exports as other systems write them: headers and first rows. */
export const VENDOR_FILES: Record<string, string> = {
  "hubspot-crm-exports-all-companies-2026-11-20.csv": `Record ID,Company name,Company owner,Create Date,Phone Number,Last Activity Date,City,Country/Region,Industry,Company Domain Name,Annual Revenue,Number of Employees,Lifecycle Stage
9231840011,Northwind Freight,Jane Doe,2024-03-15 09:12,+1 555 0100,2026-11-02 10:00,Boston,United States,LOGISTICS_AND_SUPPLY_CHAIN,northwind.test,12000000,340,Customer
9231840012,Ümlaut GmbH,Max Roe,2023-01-02 08:00,,2026-10-30 16:30,Köln,Germany,COMPUTER_SOFTWARE,umlaut.test,4500000,80,Customer
9231840013,Acme,Jane Doe,2025-06-20 12:01,,2026-11-12 09:00,Oslo,Norway,RETAIL,acme.test,900000,12,Customer
`,
  "hubspot-crm-exports-contacts.csv": `Record ID,First Name,Last Name,Email,Job Title,Buying Role,Associated Company,Associated Company IDs,Create Date,Lead Status
51,Ann,Lee,ann@northwind.test,CFO,Decision maker,Northwind Freight,9231840011,2024-03-16 09:12,
52,Bo,Berg,bo@umlaut.test,Head of IT,Champion,Ümlaut GmbH,9231840012,2024-04-01 09:12,
53,Cy,Tan,cy@acme.test,Analyst,End User,Acme,9231840013,2025-07-01 09:12,
`,
  "salesforce-account.csv": `Id,Name,Type,ParentId,BillingCountry,Industry,AnnualRevenue,NumberOfEmployees,OwnerId,CreatedDate,Website
0015g00000AbCdEAAV,Northwind Freight,Customer,,US,Transportation,12000000,340,0055g000001AAAAAA1,2024-03-15T09:12:00.000Z,https://www.northwind.test
0015g00000AbCdFAAV,Umlaut,Customer,0015g00000AbCdEAAV,DE,Technology,4500000,80,0055g000001AAAAAA2,2023-01-02T08:00:00.000Z,http://umlaut.test
`,
  "opportunities.csv": `Id,AccountId,Name,StageName,Amount,CloseDate,Type,CreatedDate,Loss_Reason__c
0065g1,0015g00000AbCdEAAV,Northwind renewal,Closed Won,120000,2026-03-31,Renewal,2026-01-01T00:00:00.000Z,
0065g2,0015g00000AbCdFAAV,Umlaut renewal,Closed Lost,45000,2026-04-30,Renewal,2026-01-01T00:00:00.000Z,Price
0065g3,0015g00000AbCdFAAV,Umlaut upsell,Negotiation,45000,2026-12-31,Renewal,2026-01-01T00:00:00.000Z,
`,
  "cases.csv": `Id,CaseNumber,AccountId,Status,Priority,IsEscalated,CreatedDate,ClosedDate,Subject
5005g1,00001001,0015g00000AbCdEAAV,Closed,High,false,2026-03-01T10:00:00.000Z,2026-03-02T10:00:00.000Z,Login
5005g2,00001002,0015g00000AbCdFAAV,New,Medium,true,2026-03-05T10:00:00.000Z,,Slow
`,
  "stripe-invoices.csv": `id,Customer ID,Customer Description,Number,Currency,Total,Amount Due,Date (UTC),Due Date (UTC),Paid At (UTC),Status
in_1,cus_A1,Northwind Freight,N-0001,usd,1250.00,1250.00,2026-03-01 00:10,2026-03-31 00:10,2026-03-20 11:00,paid
in_2,cus_A2,Umlaut,U-0001,eur,3000.50,3000.50,2026-03-02 00:10,2026-04-01 00:10,,open
`,
  "stripe-subscriptions.csv": `id,Customer ID,Plan,Quantity,Currency,Interval,Amount,Status,Created (UTC),Start Date (UTC),Current Period Start (UTC),Current Period End (UTC),Cancel At Period End
sub_1,cus_A1,pro,25,usd,month,1250.00,active,2025-01-01 00:10,2025-01-01 00:10,2026-11-01 00:10,2026-12-01 00:10,FALSE
sub_2,cus_A2,pro,5,usd,month,99.00,active,2025-02-01 00:10,2025-02-01 00:10,2026-11-01 00:10,2026-12-01 00:10,TRUE
`,
  "stripe-api-invoices.csv": `id,customer,amount_due,currency,created,due_date,status_transitions.paid_at,status
in_1,cus_A1,125000,usd,1772323200,1774915200,1774000000,paid
in_2,cus_A2,300050,eur,1772409600,1775001600,,open
`,
  "zendesk-tickets.csv": `Id,Subject,Requester,Organization,Status,Priority,Type,Created at,Updated at,Solved at,Satisfaction Score
101,Login,Ann Lee,Northwind Freight,Solved,Urgent,Incident,2026-03-01 10:00:00,2026-03-02 10:00:00,2026-03-02 10:00:00,Good
102,Slow,Bo Berg,Ümlaut GmbH,Open,Normal,Problem,2026-03-05 10:00:00,2026-03-06 10:00:00,,Unoffered
103,Export,Cy Tan,Acme Corp,Closed,Low,Question,2026-03-07 10:00:00,2026-03-08 10:00:00,2026-03-08 09:00:00,Bad
`,
  "intercom-companies.csv": `id,company_id,name,plan,monthly_spend,session_count,user_count,size,website,industry,remote_created_at,custom_attributes.tier
63a1,acc-1,Northwind Freight,Pro,1250,88,25,340,https://northwind.test,Logistics,1710493920,gold
63a2,acc-2,Umlaut,Basic,99,12,5,80,https://umlaut.test,Software,1672646400,silver
`,
  "segment-groups.csv": `groupId,traits.name,traits.industry,traits.plan,traits.employees,traits.website,timestamp
acc-1,Northwind Freight,Logistics,pro,340,https://northwind.test,2026-03-01T10:00:00Z
acc-2,Umlaut,Software,basic,80,https://umlaut.test,2026-03-02T10:00:00Z
`,
  "usage_by_week.csv": `Customer Ref,Week Ending,Active Users,Sessions,Events
N-1,2026-03-08,12,40,900
N-1,2026-03-15,14,44,1000
N-2,2026-03-08,3,5,60
`,
  "Nutzung.csv": `Kundennummer,Datum,Aktive Nutzer,Anmeldungen
K-1,01.03.2026,12,40
K-1,15.03.2026,14,44
`,
  "nps_responses.csv": `Response ID,Account Name,Submitted,NPS Score,Role
1,Northwind Freight,03/04/2026,9,User
2,Umlaut GmbH,05/06/2026,3,Champion
`,
  "churn.csv": `Account,Result,Decision Date,Effective Date,Previous ARR,New ARR,Churn Reason
A-1,Lost,2026-01-10,2026-02-01,12000,0,Price
A-2,Downgrade,2026-02-10,2026-03-01,24000,12000,Budget
A-3,Won,2026-03-10,2026-04-01,9000,9000,
A-4,Paused,2026-03-10,2026-04-01,9000,9000,
`,
  "customers.csv": `customerID,Company,MRR,Plan,Signup Date,CSM,Renewal
C1,Northwind,"$1,250",Pro,2024-01-05,jane@us.test,2027-01-05
C2,Umlaut,$99,Basic,2025-02-03,max@us.test,2027-02-03
`,
};
