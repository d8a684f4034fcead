-- in:    std_<every table that names a company>, m_holder, m_related, dictionaries company_name and identifier
-- out:   m_master  one record of a master, of all three tables alike
--        m_code    one written number that tells a company (or a person who trades) apart
--        m_place   one place where a company is named, as it is written there
--        m_company_number(anchor), m_company_id(number), m_number_of(company_id): a company's id is a hash; joins are on its number
-- grain: as said; a place is (table_name, record_id, column_name, name)
-- Views: places are most rows of a delivery. They are read twice - for what is distinct, and for company_mention - never kept.
create or replace temp macro m_company_number(anchor) as ('0x' || substr(sha256(anchor), 1, 16))::ubigint;
create or replace temp macro m_company_id(number) as 'C' || printf('%016x', number);
create or replace temp macro m_number_of(company_id) as ('0x' || substr(company_id, 2))::ubigint;

create or replace temp view m_master as
select party_table, m.* exclude (party_table, party_kind), coalesce(party_kind, '') as party_kind
from (
    select 'suppliers' as party_table, * from std_suppliers
    union all by name
    select 'customers' as party_table, * from std_customers
    union all by name
    select 'competitors' as party_table, * from std_competitors
) as m;

create or replace temp view m_code as
select *
from (
    select value, case when scheme = 'uscc' and is_valid then norm end as uscc,
        case when scheme in ('registration_no', 'unknown', 'org_code', 'tax_no', 'business_no', 'registry_no', 'lei') then norm end as registration_no,
        -- a person who trades under his own name writes his identity number where the credit code stands
        case when scheme = 'resident_id' and is_valid then norm end as person_number
    from identifier
    where is_full and not is_placeholder
)
where coalesce(uscc, registration_no, person_number) is not null;

-- 柳工 looks like a name of a person; the table or the master's own word knows that it is a company. Of other names nobody asks.
create or replace temp table m_looks_personal as select value as name from company_name where kind = 'person';

create or replace temp view m_place as
-- usage: current = the company itself is so called; former, other = the record says that it was or is also so called.
-- source_rank: whose way of writing is shown, the registry's first. told: it is known that a company is meant.
with
told as (
    select 'registry_companies' as table_name, record_id, "row", 'name' as column_name, name, uscc as code,
        registration_no, 'current' as usage, 0 as source_rank, '' as owner, true as told
    from std_registry_companies
    union all
    select 'registry_companies', record_id, "row", 'former_names', unnest(former_names), null, null, 'former', 9, '', true
    from std_registry_companies
    union all
    select 'group_entities', record_id, "row", 'name', name, uscc, null, 'current', 1, '', true from std_group_entities
    union all
    select 'holdings', record_id, "row", 'company_name', company_name, company_uscc, null, 'current', 3, '', true
    from std_holdings
    union all
    select 'appointments', record_id, "row", 'company_name', company_name, company_uscc, null, 'current', 3, '', true
    from std_appointments
    union all
    select 'holdings', record_id, "row", 'holder_name', holder_name, holder_id, null, 'current', 4, '', true
    from std_holdings semi join m_holder using (record_id)
    union all
    select 'related_parties', record_id, "row", 'name', name, id_number, null, 'current', 5, '', true
    from std_related_parties join m_related using (record_id) where m_related.is_organisation
),
untold as (
    select party_table as table_name, record_id, "row", 'name' as column_name, name, uscc as code, registration_no, 'current' as usage,
        2 as source_rank, concat_ws('|', party_table, group_id, party_id) as owner,
        party_kind in ('company', 'sole_trader', 'public_body', 'group') as told
    from m_master
    union all
    select party_table, record_id, "row", 'former_names', unnest(former_names), null, null, 'former', 9, '', party_kind <> 'person'
    from m_master
    union all
    select party_table, record_id, "row", 'other_names', unnest(other_names), null, null, 'other', 9, '', party_kind <> 'person'
    from m_master
    union all
    select 'appointments', record_id, "row", 'nominated_by', nominated_by, null, null, 'current', 4, '', false
    from std_appointments where nominated_by is not null
    union all
    select 'financing', record_id, "row", 'counterparty_name', counterparty_name, counterparty_uscc, null, 'current', 5, '', false
    from std_financing
    union all
    select 'declarations', record_id, "row", 'counterparty_name', counterparty_name, counterparty_uscc, null, 'current', 5, '', false
    from std_declarations where counterparty_name is not null
    union all
    select 'gifts', record_id, "row", 'counterparty_name', counterparty_name, counterparty_uscc, null, 'current', 5, '', false
    from std_gifts
    union all
    select 'approvals', record_id, "row", 'counterparty_name', counterparty_name, counterparty_uscc, null, 'current', 5, '', false
    from std_approvals where counterparty_name is not null
    union all
    select 'tips', record_id, "row", 'counterparty_name', counterparty_name, null, null, 'current', 5, '', false
    from std_tips where counterparty_name is not null
    union all
    select 'transactions', record_id, "row", 'party_name', party_name, null, null, 'current', 5, '', false
    from std_transactions where party_id is null and party_name is not null
)
select * from told where name is not null
union all
select u.* replace (u.told or p.name is null as told)
from untold as u left join m_looks_personal as p using (name)
where u.name is not null;
