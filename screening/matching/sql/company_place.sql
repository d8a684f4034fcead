-- in:    std_<every table that names a company>, dictionaries company_name and identifier
-- out:   m_master       one record of a master, of all three tables alike
--        m_place        one place where a company is named, with the name's keys and the code that stands beside it
--        m_company_name one distinct written name that stands in such a place
-- grain: as said; a place is (table_name, record_id, column_name, name)
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
select 'registry_companies' as table_name, record_id, "row", 'name' as column_name, name, uscc as code,
    registration_no, 'current' as usage, 0 as source_rank, '' as owner
from std_registry_companies
union all
select 'registry_companies', record_id, "row", 'former_names', unnest(former_names), null, null, 'former', 9, ''
from std_registry_companies
union all
select 'group_entities', record_id, "row", 'name', name, uscc, null, 'current', 1, '' from std_group_entities
union all
select party_table, record_id, "row", 'name', name, uscc, registration_no, 'current', 2,
    concat_ws('|', party_table, group_id, party_id)
from m_master
union all
select party_table, record_id, "row", 'former_names', unnest(former_names), null, null, 'former', 9, '' from m_master
union all
select party_table, record_id, "row", 'other_names', unnest(other_names), null, null, 'other', 9, ''
from m_master
union all
select 'holdings', record_id, "row", 'company_name', company_name, company_uscc, null, 'current', 3, ''
from std_holdings
union all
select 'appointments', record_id, "row", 'company_name', company_name, company_uscc, null, 'current', 3, ''
from std_appointments
union all
select 'holdings', record_id, "row", 'holder_name', holder_name, holder_id, null, 'current', 4, ''
from std_holdings left join m_holder using (record_id)
where m_holder.is_organisation
union all
select 'appointments', record_id, "row", 'nominated_by', nominated_by, null, null, 'current', 4, ''
from std_appointments where nominated_by is not null
union all
select 'related_parties', record_id, "row", 'name', name, id_number, null, 'current', 5, ''
from std_related_parties join m_related using (record_id) where m_related.is_organisation
union all
select 'financing', record_id, "row", 'counterparty_name', counterparty_name, counterparty_uscc, null, 'current', 5, ''
from std_financing
union all
select 'declarations', record_id, "row", 'counterparty_name', counterparty_name, counterparty_uscc, null, 'current', 5, ''
from std_declarations where counterparty_name is not null
union all
select 'gifts', record_id, "row", 'counterparty_name', counterparty_name, counterparty_uscc, null, 'current', 5, ''
from std_gifts
union all
select 'approvals', record_id, "row", 'counterparty_name', counterparty_name, counterparty_uscc, null, 'current', 5, ''
from std_approvals where counterparty_name is not null
union all
select 'tips', record_id, "row", 'counterparty_name', counterparty_name, null, null, 'current', 5, ''
from std_tips where counterparty_name is not null
union all
select 'transactions', record_id, "row", 'party_name', party_name, null, null, 'current', 5, ''
from std_transactions where party_id is null and party_name is not null;

create or replace temp table m_place as
with
valid_code as (
    select value, norm from identifier where scheme = 'uscc' and is_full and is_valid and not is_placeholder
),
old_number as (
    select value, norm from identifier where is_full and not is_placeholder and scheme in ('registration_no', 'unknown')
),
own_number as (  -- a person who trades under his own name writes his identity number where the credit code stands
    select value, norm from identifier where scheme = 'resident_id' and is_full and is_valid and not is_placeholder
)
select w.table_name, w.record_id, w."row", w.column_name, w.name, w.usage, w.source_rank, w.owner,
    n.name_key, n.core_key, n.region, n.trade, n.legal_form, n.branch_of,
    -- 柳工 looks like a name of a person; the code, the table or the master's own word may know better
    case
        when n.kind = 'person' and (
            valid_code.norm is not null
            or w.column_name = 'company_name'
            or w.table_name in ('registry_companies', 'group_entities', 'related_parties', 'holdings')
            or m.party_kind in ('company', 'sole_trader', 'public_body', 'group')
        ) then 'company'
        else n.kind
    end as kind,
    case when n.kind = 'person' then n.core_key else n.brand end as brand,
    valid_code.norm as uscc, old_number.norm as registration_no, own_number.norm as person_number
from m_written as w
left join company_name as n on n.value = w.name
left join valid_code on valid_code.value = w.code
left join own_number on own_number.value = w.code
left join old_number on old_number.value = w.registration_no
left join m_master as m on m.record_id = w.record_id and m.party_table = w.table_name
where w.name is not null;
