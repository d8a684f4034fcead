-- in:    m_strong(w, m), m_said, m_relevant, company_mention, dictionary person_name
-- out:   m_mention, m_mention_group: with the namesakes of linked mentions inside their companies, which no key needed before
-- grain: as there; the new ones are numbered behind the others, again in the order of their content
create or replace temp table m_beside as
with
lender as (
    select distinct m.company_id, m.name_key from m_strong as s join m_mention as m using (m) where m.name_key is not null
),
place as materialized (
    select company_id, table_name, record_id, column_name
    from company_mention
    where company_id in (select company_id from lender)
),
near as materialized (select * from m_said where record_id in (select record_id from place)),
said as materialized (
    select * from near where (table_name, record_id, company_column) in (select table_name, record_id, column_name from place)
),
called as (select l.company_id, p.value from lender as l join person_name as p using (name_key))
select distinct s.table_name, s.record_id, s.role, s.name
from said as s
join place as c on c.table_name = s.table_name and c.record_id = s.record_id and c.column_name = s.company_column
join called as n on n.company_id = c.company_id and n.value = s.name
anti join m_mention as m on m.table_name = s.table_name and m.record_id = s.record_id and m.role = s.role and m.name = s.name;

create or replace temp table m_beside_mention as
select (select max(m) from m_mention) + row_number() over (order by table_name, record_id, role, name) as m, *
from m_described('m_beside');

insert into m_mention select * from m_beside_mention;

insert into m_mention_group
select m.m, r.group_id from m_beside_mention as m join m_relevant as r using (company_id);
