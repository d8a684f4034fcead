-- in:    m_master, company, company_mention, dictionary company_name
-- out:   party (internal.py), m_party_record(party_table, group_id, party_id, record_id), m_own_company(group_id, company_id)
-- grain: one row per (party_table, group_id, party_id), values of its records united
create or replace temp table m_party_record as
select m.party_table, m.group_id, m.party_id, m.record_id, c.company_id
from m_master as m
join company_mention as c on c.table_name = m.party_table and c.record_id = m.record_id and c.column_name = 'name';

create or replace temp table m_own_company as
select distinct g.group_id, c.company_id
from std_group_entities as g
join company_mention as c on c.table_name = 'group_entities' and c.record_id = g.record_id;

delete from party;
insert into party by name
with
record as (
    select m.*, r.company_id, co.uscc is null as is_codeless,
        regexp_matches(concat_ws(' ', m.account_group, m.category), $staff_words) as staff_words
    from m_master as m
    join m_party_record as r using (record_id, party_table)
    join company as co using (company_id)
),
several as (select party_table, group_id, party_id from m_master group by all having count(*) > 1),
united as (
    select party_table, group_id, party_id,
        -- the company of a record with a credit code before that of one without
        arg_min(company_id, (is_codeless, company_id)) as company_id,
        min(record_id) as record_id,
        arg_min("row", record_id) as "row",
        arg_min(name, (is_codeless, company_id, name)) as name,
        list_sort(list(distinct entity_id) filter (where entity_id is not null)) as entity_ids,
        min(nullif(party_kind, '')) as stated_kind,
        bool_or(is_financial_institution) as is_financial_institution,
        bool_or(listed_code is not null) as has_listed_code,
        bool_or(staff_words) as staff_words
    from record semi join several using (party_table, group_id, party_id)
    group by party_table, group_id, party_id
    union all by name
    -- most codes have one record: nothing to unite
    select party_table, group_id, party_id, company_id, record_id, "row", name,
        case when entity_id is not null then [entity_id] end as entity_ids, nullif(party_kind, '') as stated_kind,
        is_financial_institution, listed_code is not null as has_listed_code, staff_words
    from record anti join several using (party_table, group_id, party_id)
),
kind as (
    select u.*, co.uscc, co.listed as company_listed, n.kind as name_kind,
        (u.group_id, u.company_id) in (select group_id, company_id from m_own_company) as is_group_entity
    from united as u
    join company as co using (company_id)
    left join company_name as n on n.value = u.name
),
cluster as (select party_table, group_id, company_id, min(party_id) as party_cluster from united group by all)
select party_table, group_id, party_id, party_cluster, company_id, name, uscc, entity_ids,
    case
        when is_group_entity then 'group'
        when stated_kind is not null then stated_kind
        when name_kind in ('state', 'public_body') then 'public_body'
        when name_kind in ('sole_trader', 'person') then name_kind
        else 'company'
    end as party_kind,
    is_financial_institution,
    nullif(coalesce(has_listed_code, false) or coalesce(company_listed, false), false) as listed,
    case
        when is_group_entity or stated_kind = 'group' then 'group_entity'
        -- a company that is filed under staff (a caterer, a training school) stays a counterparty
        when (stated_kind = 'employee' or staff_words) and coalesce(name_kind, 'person') = 'person' then 'employee_record'
    end as excluded_as,
    record_id, "row"
from kind join cluster using (party_table, group_id, company_id);
