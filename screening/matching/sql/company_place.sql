-- in:    std_<every table that names a company>, dictionaries company_name and identifier
-- out:   m_master  one record of a master, of all three tables alike
--        m_name    one distinct written name with its keys; n is its number
--        m_code    one distinct number that tells a company (or a person who trades) apart; i is its number
--        m_place   one place where a company is named: name n, code i, old registration number j; 0 = none
-- grain: as said; a place is (table_name, record_id, column_name, name). The numbers n, i and j serve joins only
create or replace temp table m_master as
select party_table, m.* exclude (party_table, party_kind), coalesce(party_kind, '') as party_kind
from (
    select 'suppliers' as party_table, * from std_suppliers
    union all by name
    select 'customers' as party_table, * from std_customers
    union all by name
    select 'competitors' as party_table, * from std_competitors
) as m;

create or replace temp table m_written as
-- usage: current = the company itself is so called; former, other = the record says that it was or is also so called.
-- source_rank: whose way of writing is shown, the registry's first.
-- told: 柳工 looks like a name of a person; the table or the master's own word knows that it is a company.
select 'registry_companies' as table_name, record_id, "row", 'name' as column_name, name, uscc as code,
    registration_no, 'current' as usage, 0 as source_rank, '' as owner, true as told
from std_registry_companies
union all
select 'registry_companies', record_id, "row", 'former_names', unnest(former_names), null, null, 'former', 9, '', true
from std_registry_companies
union all
select 'group_entities', record_id, "row", 'name', name, uscc, null, 'current', 1, '', true from std_group_entities
union all
select party_table, record_id, "row", 'name', name, uscc, registration_no, 'current', 2,
    concat_ws('|', party_table, group_id, party_id), party_kind in ('company', 'sole_trader', 'public_body', 'group')
from m_master
union all
select party_table, record_id, "row", 'former_names', unnest(former_names), null, null, 'former', 9, '', party_kind <> 'person'
from m_master
union all
select party_table, record_id, "row", 'other_names', unnest(other_names), null, null, 'other', 9, '', party_kind <> 'person'
from m_master
union all
select 'holdings', record_id, "row", 'company_name', company_name, company_uscc, null, 'current', 3, '', true
from std_holdings
union all
select 'appointments', record_id, "row", 'company_name', company_name, company_uscc, null, 'current', 3, '', true
from std_appointments
union all
select 'holdings', record_id, "row", 'holder_name', holder_name, holder_id, null, 'current', 4, '', true
from std_holdings left join m_holder using (record_id)
where m_holder.is_organisation
union all
select 'appointments', record_id, "row", 'nominated_by', nominated_by, null, null, 'current', 4, '', false
from std_appointments where nominated_by is not null
union all
select 'related_parties', record_id, "row", 'name', name, id_number, null, 'current', 5, '', true
from std_related_parties join m_related using (record_id) where m_related.is_organisation
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
from std_transactions where party_id is null and party_name is not null;

create or replace temp table m_name as
select row_number() over () as n, value as name, * exclude (value) from company_name;

create or replace temp table m_code as
select *, row_number() over () as i
from (
    select value, case when scheme = 'uscc' and is_valid then norm end as uscc,
        case when scheme in ('registration_no', 'unknown', 'org_code', 'tax_no', 'business_no', 'registry_no', 'lei') then norm end as registration_no,
        -- a person who trades under his own name writes his identity number where the credit code stands
        case when scheme = 'resident_id' and is_valid then norm end as person_number
    from identifier
    where is_full and not is_placeholder
)
where coalesce(uscc, registration_no, person_number) is not null;

create or replace temp table m_place as
select w.table_name, w.record_id, w."row", w.column_name, w.name, w.usage, w.source_rank, w.owner, w.told,
    coalesce(n.n, 0) as n, coalesce(c.i, 0) as i, coalesce(r.i, 0) as j
from m_written as w
left join m_name as n using (name)
left join m_code as c on c.value = w.code
left join m_code as r on r.value = w.registration_no
where w.name is not null;
drop table m_written;
