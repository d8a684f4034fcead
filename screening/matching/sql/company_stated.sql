-- in:    m_form
-- out:   m_stated_pair(a, b, how): one name states the other company, or both are one name
-- grain: distinct (a, b, how); a states b
-- A name that more than $crowd companies bear tells none of them: they would share the probability, each below tier C.
create or replace temp table m_stated_pair as
with
written as (select f, company_id, coded, live, usage, name_key as key from m_form),
cored as (select f, company_id, coded, live, usage, core_key as key from m_form where core_key is not null),
borne as (select key from written where usage = 'current' group by key having count(distinct company_id) <= $crowd),
borne_core as (select key from cored where usage = 'current' group by key having count(distinct company_id) <= $crowd),
stated as (  -- a register or master states the other's name
    select l.f as a, r.f as b, case l.usage when 'former' then 'former_name' else 'other_name' end as how
    from written as l join borne using (key) join written as r using (key)
    where l.usage <> 'current' and r.usage = 'current' and l.company_id <> r.company_id
        and not (l.coded and r.coded) and (l.live or r.live)
    union
    select l.f, r.f, case l.usage when 'former' then 'former_name' else 'other_name' end
    from cored as l join borne_core using (key) join cored as r using (key)
    where l.usage <> 'current' and r.usage = 'current' and l.company_id <> r.company_id
        and not (l.coded and r.coded) and (l.live or r.live)
),
same as (  -- one name that could not be joined without doubt
    select l.f, r.f, 'same_name'
    from written as l join borne using (key) join written as r using (key)
    where l.usage = 'current' and r.usage = 'current' and l.company_id < r.company_id
        and not (l.coded and r.coded) and (l.live or r.live)
),
branch as (
    select l.f, r.f, 'branch'
    from m_form as l join borne_core on borne_core.key = l.branch_of join m_form as r on r.core_key = l.branch_of
    where l.usage = 'current' and r.usage = 'current' and l.company_id <> r.company_id and (l.live or r.live)
)
select distinct * from (select * from stated union all select * from same union all select * from branch);
