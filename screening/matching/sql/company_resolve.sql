-- in:    m_place, m_met, m_spelt, m_reused, std tables
-- out:   m_own:   a place that only its own record stands for, or whose company its own dates tell (company_reused.sql)
--        company, company_mention (internal.py)
-- grain: as said
create or replace temp table m_own as
select p.table_name, p.record_id, p."row", p.column_name, p.name, p.source_rank, s.n, s.kind, s.code, s.live,
    m_company_number(case
        when s.alone then 'm:' || coalesce(nullif(p.owner, ''), concat_ws('|', p.table_name, p.record_id, p.column_name))
        else 'p:' || p.owner
    end) as company
from m_place as p
join (
    select w.name, w.code as written_code, w.registration_no, w.told, s.*
    from m_met as w join m_spelt as s on s.m = w.rowid
    where s.alone or s.generic
) as s on s.name = p.name and s.written_code is not distinct from p.code and s.registration_no is not distinct from p.registration_no and s.told = p.told
where p.usage = 'current' and (s.alone or p.owner <> '')
union all by name
select r.table_name, r.record_id, r."row", r.column_name, r.name, r.source_rank, s.n, s.kind, s.code, s.live, r.company
from m_reused as r join m_spelt as s using (m);

delete from company_mention;
insert into company_mention by name
select p.table_name, p.record_id, p."row", p.column_name, s.company_id, p.name
from m_place as p
join (
    select w.name, w.code, w.registration_no, w.told, s.generic, m_company_id(s.company) as company_id
    from m_met as w join m_spelt as s on s.m = w.rowid
    where not s.alone
) as s on s.name = p.name and s.code is not distinct from p.code and s.registration_no is not distinct from p.registration_no and s.told = p.told
where p.usage = 'current' and (not s.generic or p.owner = '');

delete from company_mention using m_reused as r
where company_mention.record_id = r.record_id and company_mention.table_name = r.table_name and company_mention.column_name = r.column_name;

insert into company_mention by name
select table_name, record_id, "row", column_name, m_company_id(company) as company_id, name from m_own;

create or replace temp table m_listed as
select record_id, listed_code from std_registry_companies where listed_code is not null
union all
select record_id, listed_code from std_group_entities where listed_code is not null
union all
select record_id, listed_code from m_master where listed_code is not null;

delete from company;
insert into company by name
with
-- The registry's writing is shown, then the group's, the masters', the others'; ties by the text itself, and they are few:
-- the first and the last spelling of the best rank are one wherever nothing is to be compared.
ranked as (
    select company, min(source_rank * 10000000000 + m) % 10000000000 as first, 10000000000 - min((source_rank + 1) * 10000000000 - m) % 10000000000 as last,
        min(m) filter (where code is not null) as coded
    from m_spelt
    where not alone and (not generic or unowned)
    group by company
),
shown as (
    select r.company, w.name, s.kind, r.coded
    from ranked as r join m_spelt as s on s.m = r.first join m_met as w on w.rowid = r.first
    where r.first = r.last
    union all
    select company, shown.name, shown.kind, coded
    from (
        select r.company, min(struct_pack(source_rank := s.source_rank, name := w.name, kind := s.kind)) as shown, any_value(r.coded) as coded
        from (select * from ranked where first <> last) as r
        join m_spelt as s using (company) join m_met as w on w.rowid = s.m
        where not s.alone and (not s.generic or s.unowned)
        group by r.company
    )
),
best as (
    select m_company_id(s.company) as company_id, s.name, s.kind, c.code
    from shown as s left join m_spelt as c on c.m = s.coded
    union all
    -- those that stand for their own record
    select m_company_id(company), shown.name, shown.kind, code
    from (
        select company, min(struct_pack(source_rank := source_rank, name := name, kind := kind)) as shown, min(code) as code
        from m_own group by company
    )
),
listed as (
    select distinct a.company_id from company_mention as a join m_listed as l using (record_id) where a.column_name = 'name'
),
financial as (
    select distinct a.company_id
    from company_mention as a join m_master as m on m.record_id = a.record_id and m.party_table = a.table_name
    where m.is_financial_institution and a.column_name = 'name'
),
status as (
    select a.company_id, arg_min(r.status, (coalesce(-epoch(r.as_of), 0), r.record_id)) as status
    from company_mention as a join std_registry_companies as r using (record_id)
    where a.table_name = 'registry_companies' and r.status is not null
    group by a.company_id
),
entity as (
    select a.company_id, arg_min(struct_pack(entity_id := e.entity_id, group_id := e.group_id), (e.group_id, e.entity_id)) as entity
    from company_mention as a join std_group_entities as e using (record_id)
    where a.table_name = 'group_entities' and e.entity_id is not null
    group by a.company_id
)
select b.company_id, b.name, b.code as uscc, case when l.company_id is not null then true end as listed,
    case when f.company_id is not null then 'financial' else b.kind end as kind,
    e.entity.entity_id as entity_id, e.entity.group_id as group_id, s.status
from best as b
left join listed as l using (company_id)
left join financial as f using (company_id)
left join status as s using (company_id)
left join entity as e using (company_id);

insert into company_mention by name
-- another name of a record names the record's company
select p.table_name, p.record_id, p."row", p.column_name, a.company_id, p.name
from (select * from m_place where usage <> 'current') as p
join company_mention as a on a.table_name = p.table_name and a.record_id = p.record_id and a.column_name = 'name';
