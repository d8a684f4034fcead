-- in:    m_form, m_reused, company_mention, std_registry_companies, m_master
-- out:   m_stated_pair(a, b, how, shape): one name states the other company, both are one name, or both state one former name
--        shape: later = of a former name: one of the two was founded after business with the other had begun; earlier, undecided = of a
--        name that passed from one company to another: which of them is meant (company_reused.sql); else empty
-- grain: distinct (a, b, how); a states b
-- A name that more than $crowd companies bear tells none of them: they would share the probability, each below tier C.
-- Who bears a name is asked of the names in question alone: those stated, and those of companies without code.
create or replace temp table m_stating as  -- names as they are called formerly or otherwise, without code, and branches
select f, company, coded, live, usage, name_key, core_key, legal_form, branch_of
from m_form where usage <> 'current' or not coded or branch_of is not null;

create or replace temp table m_stated as
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
left_behind as (  -- full names alone: many were called 宏达 for short
    select f, company, coded, live, usage, core_key as key from m_stating where usage <> 'current' and legal_form is not null
),
left_by as (select key from left_behind group by key having count(distinct company) between 2 and $crowd),
same_former as (  -- a master and a register that know different names of today, and one of before
    select l.f, r.f, 'same_former'
    from left_behind as l join left_by using (key) join left_behind as r using (key)
    where l.company < r.company and (l.usage = 'former' or r.usage = 'former')
        and not (l.coded and r.coded) and (l.live or r.live)
),
same as (  -- one name that could not be joined without doubt
    select l.f, r.f, 'same_name'
    from written as l join bearers using (key) join written as r using (key)
    where l.company < r.company and not (l.coded and r.coded) and (l.live or r.live)
        -- records of one name whose dates tell them apart
        and not (l.company in (select company from m_reused) and r.company in (select company from m_reused))
),
branch as (
    select l.f, r.f, 'branch'
    from m_stating as l join core_bearers as k on k.key = l.branch_of join cored as r using (key)
    where l.usage = 'current' and l.company <> r.company and (l.live or r.live)
)
select distinct * from (
    select * from stated union all select * from same_former union all select * from same union all select * from branch
);

create or replace temp table m_renamed as
select s.a, s.b, s.how, l.company as left_company, r.company as right_company
from m_stated as s join m_form as l on l.f = s.a join m_form as r on r.f = s.b
where s.how in ('former_name', 'same_former');

-- A name is released when its company gives it up, and may be registered anew: who was founded after the business began took it over.
create or replace temp table m_later as
with
place as (
    select m_number_of(company_id) as company, table_name, record_id
    from company_mention
    where column_name = 'name' and m_number_of(company_id) in (
        select left_company from m_renamed union all select right_company from m_renamed
    )
),
founded as (
    select p.company, min(r.founded_on) as day
    from place as p join std_registry_companies as r using (record_id)
    where p.table_name = 'registry_companies' and r.founded_on is not null
    group by p.company
),
dealt as (
    select p.company, min(m.dealing_from_hi) as day
    from place as p join m_master as m on m.record_id = p.record_id and m.party_table = p.table_name
    where m.dealing_from_hi is not null
    group by p.company
)
select p.a, p.b, p.how
from m_renamed as p join founded as f on f.company = p.left_company join dealt as d on d.company = p.right_company
where f.day > d.day
union
select p.a, p.b, p.how
from m_renamed as p join founded as f on f.company = p.right_company join dealt as d on d.company = p.left_company
where f.day > d.day;

create or replace temp table m_reused_pair as
select s.a, s.b, s.how, coalesce(l.standing, r.standing) as standing
from m_stated as s
join m_form as x on x.f = s.a
join m_form as y on y.f = s.b
left join (select distinct company, standing from m_reused) as l on l.company = x.company
left join (select distinct company, standing from m_reused) as r on r.company = y.company
where s.how in ('former_name', 'same_name') and coalesce(l.standing, r.standing) is not null;

create or replace temp table m_stated_pair as
select s.a, s.b, s.how, case when l.a is null then coalesce(r.standing, '') else 'later' end as shape
from m_stated as s left join m_later as l using (a, b, how) left join m_reused_pair as r using (a, b, how);
