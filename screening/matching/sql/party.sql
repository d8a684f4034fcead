-- in:    m_master, company, company_mention, dictionary company_name
-- out:   party (internal.py), m_party_record(party_table, group_id, party_id, record_id, ...): a master's record with its company
--        m_own_company(group_id, company_id)
-- grain: one row per (party_table, group_id, party_id), values of its records united
create or replace temp table m_party_record as
select m.party_table, m.group_id, m.party_id, m.record_id, m."row", m.name, m.entity_id, nullif(m.party_kind, '') as stated_kind,
    m.is_financial_institution, m.listed_code is not null as has_listed_code, c.company_id, co.uscc, co.listed,
    regexp_matches(concat_ws(' ', m.account_group, m.category), $staff_words) as staff_words
from m_master as m
join (select * from company_mention where table_name in ('suppliers', 'customers', 'competitors') and column_name = 'name') as c
    on c.record_id = m.record_id and c.table_name = m.party_table
join company as co using (company_id);

create or replace temp table m_own_company as
select distinct g.group_id, c.company_id
from std_group_entities as g
join company_mention as c on c.table_name = 'group_entities' and c.record_id = g.record_id;

delete from party;
insert into party by name
with
several as (select party_table, group_id, party_id from m_party_record group by all having count(*) > 1),
united as (
    select party_table, group_id, party_id,
        -- the company of a record with a credit code before that of one without
        unnest(arg_min(struct_pack(company_id := company_id, uscc := uscc, listed := listed), (uscc is null, company_id))),
        min(record_id) as record_id,
        arg_min("row", record_id) as "row",
        arg_min(name, (uscc is null, company_id, name)) as name,
        list_sort(list(distinct entity_id) filter (where entity_id is not null)) as entity_ids,
        min(stated_kind) as stated_kind,
        bool_or(is_financial_institution) as is_financial_institution,
        bool_or(has_listed_code) as has_listed_code,
        bool_or(staff_words) as staff_words
    from m_party_record semi join several using (party_table, group_id, party_id)
    group by party_table, group_id, party_id
    union all by name
    -- most codes have one record: nothing to unite
    select party_table, group_id, party_id, company_id, uscc, listed, record_id, "row", name,
        case when entity_id is not null then [entity_id] end as entity_ids, stated_kind, is_financial_institution, has_listed_code, staff_words
    from m_party_record anti join several using (party_table, group_id, party_id)
),
kind as (
    -- names of companies are most of the dictionary, so only the others are looked up
    select u.*, coalesce(n.kind, 'company') as name_kind,
        (u.group_id, u.company_id) in (select group_id, company_id from m_own_company) as is_group_entity
    from united as u
    left join (select value, kind from company_name where kind <> 'company') as n on n.value = u.name
),
cluster as (  -- most companies have one code
    select party_table, group_id, company_id, min(party_id) as first_id from united group by all having count(*) > 1
)
select party_table, group_id, party_id, coalesce(first_id, party_id) as party_cluster, company_id, name, uscc, entity_ids,
    case
        when is_group_entity then 'group'
        when stated_kind is not null then stated_kind
        when name_kind in ('state', 'public_body') then 'public_body'
        when name_kind in ('sole_trader', 'person') then name_kind
        else 'company'
    end as party_kind,
    is_financial_institution,
    nullif(coalesce(has_listed_code, false) or coalesce(listed, false), false) as listed,
    case
        when is_group_entity or stated_kind = 'group' then 'group_entity'
        -- a company that is filed under staff (a caterer, a training school) stays a counterparty
        when (stated_kind = 'employee' or staff_words) and name_kind = 'person' then 'employee_record'
    end as excluded_as,
    record_id, "row"
from kind left join cluster using (party_table, group_id, company_id);
