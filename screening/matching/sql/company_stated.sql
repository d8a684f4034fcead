-- in:    m_form
-- out:   m_stated_pair(a, b, how): one name states the other company, or both are one name
-- grain: distinct (a, b, how); a states b
-- A name that more than $crowd companies bear tells none of them: they would share the probability, each below tier C.
-- Who bears a name is asked of the names in question alone: those stated, and those of companies without code.
create or replace temp table m_stating as  -- names as they are called formerly or otherwise, without code, and branches
select f, company, coded, live, usage, name_key, core_key, branch_of from m_form where usage <> 'current' or not coded or branch_of is not null;

create or replace temp table m_stated_pair as
with
written as (
    select f, company, coded, live, name_key as key
    from m_form
    where usage = 'current' and name_key in (select name_key from m_stating where usage <> 'current' or not coded)
),
cored as (
    select f, company, coded, live, core_key as key
    from m_form
    where usage = 'current'
        and core_key in (select core_key from m_stating where usage <> 'current' union all select branch_of from m_stating where usage = 'current')
),
bearers as (select key from written group by key having count(distinct company) <= $crowd),
core_bearers as (select key from cored group by key having count(distinct company) <= $crowd),
stated as (  -- a register or master states the other's name
    select l.f as a, r.f as b, case l.usage when 'former' then 'former_name' else 'other_name' end as how
    from m_stating as l join bearers as k on k.key = l.name_key join written as r using (key)
    where l.usage <> 'current' and l.company <> r.company and not (l.coded and r.coded) and (l.live or r.live)
    union
    select l.f, r.f, case l.usage when 'former' then 'former_name' else 'other_name' end
    from m_stating as l join core_bearers as k on k.key = l.core_key join cored as r using (key)
    where l.usage <> 'current' and l.company <> r.company and not (l.coded and r.coded) and (l.live or r.live)
),
same as (  -- one name that could not be joined without doubt
    select l.f, r.f, 'same_name'
    from written as l join bearers using (key) join written as r using (key)
    where l.company < r.company and not (l.coded and r.coded) and (l.live or r.live)
),
branch as (
    select l.f, r.f, 'branch'
    from m_stating as l join core_bearers as k on k.key = l.branch_of join cored as r using (key)
    where l.usage = 'current' and l.company <> r.company and (l.live or r.live)
)
select distinct * from (select * from stated union all select * from same union all select * from branch);
