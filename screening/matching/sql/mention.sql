-- in:    m_hit, m_said, m_number, m_relevant, company_mention, dictionary person_name
-- out:   m_mention(m, table_name, record_id, row, role, company_id, name, name_key, ..., number, birth_lo, birth_hi, gender)
--        m_mention_group(m, group_id)
--        m_described (macro): mentions with all that is known of them
-- grain: one person named in one role in one record; only in companies that matter to some group
-- m numbers the mentions in the order of their content, so it does not depend on the order of rows
create or replace temp macro m_described(hits) as table
with
near as materialized (select * from m_said where record_id in (select record_id from query_table(hits))),
s as materialized (
    select * from near where (table_name, record_id, role, coalesce(name, '')) in (
        select table_name, record_id, role, coalesce(name, '') from query_table(hits)
    )
),
c as materialized (
    select table_name, record_id, column_name, company_id
    from company_mention
    where record_id in (select record_id from s) and column_name in ('name', 'company_name')
),
relevant as materialized (select distinct company_id from m_relevant where company_id in (select company_id from c)),
p as materialized (select * from person_name where value in (select name from s))
select s.table_name, s.record_id, s."row", s.role, c.company_id, s.name,
    p.name_key, p.variant_key, p.pinyin_key, p.reading_keys, p.script, p.surname, p.given, p.bits,
    i.number, i.scheme, i.is_full, i.is_valid, s.id_written, s.birth_lo, s.birth_hi, i.birth as id_birth, coalesce(s.gender, i.gender) as gender
from s
join c on c.table_name = s.table_name and c.record_id = s.record_id and c.column_name = s.company_column
left join p on p.value = s.name
left join m_number as i on i.value = s.id_written
where c.company_id in (select company_id from relevant) and (p.name_key is not null or i.value is not null);

create or replace temp table m_mention as
select row_number() over (order by table_name, record_id, role, name) as m, * from m_described('m_hit');

create or replace temp table m_mention_group as
select m.m, r.group_id from m_mention as m join m_relevant as r using (company_id);
