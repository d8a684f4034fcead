-- in:    m_said, m_alike, m_number, m_number_match, m_needed, m_watched*, m_attribute, m_crowd, m_relevant, company_mention, identity_ruling
-- out:   m_hit(table_name, record_id, role, name): mentions that share a key with a watched person
-- grain: one mention; a superset of those in candidate.sql, whose keys these are, seen from one side
-- Most people of a delivery share nothing with anybody watched: they are left where they are.
create or replace temp table m_day as  -- who was born on a known day, with all his names
select s.w, s.day, n.name_key, n.script, n.reading_keys from m_watched_shows as s left join m_watched_name as n using (w) where s.is_exact;

create or replace temp table m_dated as
select s.table_name, s.record_id, s.role, s.name, coalesce(s.birth_lo, i.birth) as day, p.name_key, p.script
from m_said as s
left join m_number as i on i.value = s.id_written
left join person_name as p on p.value = s.name
where coalesce(s.birth_lo, i.birth) = coalesce(s.birth_hi, i.birth) and coalesce(s.birth_lo, i.birth) in (select day from m_day);

create or replace temp table m_born as  -- ... and some of the name
with
parted as (select table_name, record_id, role, name, day, unnest(m_parts(name_key)) as part from m_dated)
select table_name, record_id, role, name
from parted
where (day, part) in (select day, unnest(m_parts(name_key)) from m_day)
union
select table_name, record_id, role, name
from m_dated
where script <> 'han'
    or day in (select day from m_day where script <> 'han')
    or role in (select role from m_needed where can_check and bits <= $day);

create or replace temp table m_namesake_said as
with
worth as (
    select value, group_id, max(bits) + $gender as bits, max(case when birth and not is_exact then $birth else 0 end) as vague
    from m_alike join m_watched_shows using (w)
    group by all
),
asked as (select group_id, role, min(bits) as bits, min(bare_bits) as bare_bits from m_needed group by all),
named as materialized (
    select s.table_name, s.record_id, s.company_column, s.role, s.name,
        case when s.birth_lo < s.birth_hi then $birth else 0 end + case when i.value is not null then $number else 0 end as more
    from m_said as s
    join (select value, max(bits) as bits, max(vague) as vague from worth group by value) as a on a.value = s.name
    left join m_number as i on i.value = s.id_written
    where a.bits >= (select min(bare_bits) from m_needed) or more + vague > 0 and a.bits + more + vague >= (select min(bits) from m_needed)
),
placed as (
    select n.*, c.company_id
    from company_mention as c
    join named as n on c.table_name = n.table_name and c.record_id = n.record_id and c.column_name = n.company_column
)
select distinct n.table_name, n.record_id, n.role, n.name
from placed as n
join m_relevant as g using (company_id)
join worth as a on a.value = n.name and a.group_id = g.group_id
join asked as k on k.group_id = g.group_id and k.role = n.role
where a.bits >= k.bare_bits or n.more + a.vague > 0 and a.bits + n.more + a.vague >= k.bits;

create or replace temp table m_numbered as  -- whose number fits; one that is masked needs some of the name beside it
with said as materialized (
    select s.table_name, s.record_id, s.role, s.name, i.number
    from m_said as s join m_number as i on i.value = s.id_written
    where i.number in (select right_number from m_number_match)
)
select distinct s.table_name, s.record_id, s.role, s.name
from said as s
join m_number_match as k on k.right_number = s.number
join m_watched_number as l on l.number = k.left_number
left join m_watched_name as n using (w)
left join person_name as p on p.value = s.name
where k.is_full or m_may_be_one(n.name_key, n.script, n.reading_keys, p.name_key, p.script, p.reading_keys);

create or replace temp table m_reached_company as
select a.company_id
from m_watched_value as v join m_crowd as c using (feature, value) join m_attribute as a using (feature, value)
where c.crowd <= $crowd
union
select company_id from identity_ruling;

create or replace temp table m_hit as
select table_name, record_id, role, name from m_namesake_said
union
select table_name, record_id, role, name from m_born
union
select table_name, record_id, role, name from m_dated where (day, name) in (select day, value from m_alike join m_watched_shows using (w))
union
select table_name, record_id, role, name from m_numbered
union
select table_name, record_id, role, name
from m_said
where (table_name, record_id, company_column) in (
    select table_name, record_id, column_name from company_mention where company_id in (select company_id from m_reached_company)
);
