-- in:    m_master, company, company_mention, dictionary company_name
-- out:   party (internal.py), m_party_record(party_table, group_id, party_id, record_id)
-- grain: one row per (party_table, group_id, party_id), values of its records united
create or replace temp table m_party_record as
select m.party_table, m.group_id, m.party_id, m.record_id, c.company_id
from m_master as m
join company_mention as c on c.table_name = m.party_table and c.record_id = m.record_id and c.column_name = 'name';

delete from party;
insert into party by name
with
united as (
    select m.party_table, m.group_id, m.party_id,
        -- the company of a record with a credit code before that of one without
        arg_min(r.company_id, (co.uscc is null, r.company_id)) as company_id,
        min(m.record_id) as record_id,
        arg_min(m."row", m.record_id) as "row",
        arg_min(m.name, (co.uscc is null, r.company_id, m.name)) as name,
        list_sort(list(distinct m.entity_id) filter (where m.entity_id is not null)) as entity_ids,
        min(nullif(m.party_kind, '')) as stated_kind,
        bool_or(m.is_financial_institution) as is_financial_institution,
        bool_or(m.listed_code is not null) as has_listed_code,
        bool_or(regexp_matches(concat_ws(' ', m.account_group, m.category), $staff_words)) as staff_words
    from m_master as m
    join m_party_record as r using (record_id, party_table)
    join company as co using (company_id)
    group by m.party_table, m.group_id, m.party_id
),
kind as (
    select u.*, co.uscc, co.listed as company_listed, n.kind as name_kind,
        co.entity_id is not null and exists (
            select 1 from company_mention as e
            join std_group_entities as g on g.record_id = e.record_id and e.table_name = 'group_entities'
            where e.company_id = u.company_id and g.group_id = u.group_id
        ) as is_group_entity
    from united as u
    join company as co using (company_id)
    left join company_name as n on n.value = u.name
)
select party_table, group_id, party_id,
    min(party_id) over (partition by party_table, group_id, company_id) as party_cluster,
    company_id, name, uscc, entity_ids,
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
from kind;
