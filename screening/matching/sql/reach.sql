-- in:    m_said, m_alike, m_number, m_number_match, m_needed, m_watched*, m_attribute, m_crowd, company_mention, identity_ruling
-- out:   m_hit(table_name, record_id, role, name): mentions that share a key with a watched person
-- grain: one mention; a superset of those in candidate.sql, whose keys these are, seen from one side
-- Most people of a delivery share nothing with anybody watched: they are left where they are. A pass over all of them tests numbers
-- and short texts against small sets, and what it takes a dictionary to know is asked of the few that remain.
create or replace temp table m_day as  -- who was born on a known day, with all his names
select s.w, s.day, n.name_key, n.variant_key, n.script, n.reading_keys from m_watched_shows as s left join m_watched_name as n using (w) where s.is_exact;

create or replace temp table m_odd as  -- names that are not written as they are folded; of all others the key is what stands there
select value, variant_key as key, script from person_name where variant_key is distinct from value or script <> 'han';

create or replace temp macro m_begins(day, key) as (day - date '0001-01-01') * 2097152 + unicode(key);
create or replace temp macro m_ends(day, key) as -1 - m_begins(day, key[-1]);

create or replace temp table m_born_so as  -- days with the first and with the last character: of two names that are almost one, one agrees
select distinct unnest([m_begins(day, variant_key), m_ends(day, variant_key)]) as k from m_day where script = 'han';

create or replace temp table m_dated as  -- born on a day with somebody watched, some of the name being alike where it can be told
with
shown as not materialized (
    select s.table_name, s.record_id, s.role, s.name, coalesce(s.birth_lo, i.birth) as day,
        coalesce(o.key, s.name) as key, coalesce(o.script, 'han') as script
    from m_said as s
    left join m_number as i on i.value = s.id_written
    left join m_odd as o on o.value = s.name
    where coalesce(s.birth_lo, i.birth) = coalesce(s.birth_hi, i.birth)
)
select table_name, record_id, role, name, day
from shown
where m_begins(day, key) in (select k from m_born_so)
    or m_ends(day, key) in (select k from m_born_so)
    or day in (select day from m_day where script is distinct from 'han')
    or script <> 'han' and day in (select day from m_day)
    or role in (select role from m_needed where can_check and bits <= $day) and day in (select day from m_day);

create or replace temp table m_born as  -- ... and looked at closely
with
called as materialized (select value, name_key, script from person_name where value in (select name from m_dated)),
named as materialized (select d.*, n.name_key, n.script from m_dated as d left join called as n on n.value = d.name),
parted as (select table_name, record_id, role, name, day, unnest(m_parts(name_key)) as part from named)
select table_name, record_id, role, name
from parted
where (day, part) in (select day, unnest(m_parts(name_key)) from m_day)
union
select table_name, record_id, role, name
from named
where script <> 'han'
    or day in (select day from m_day where script <> 'han')
    or role in (select role from m_needed where can_check and bits <= $day)
union
select table_name, record_id, role, name
from named
where (day, name) in (select day, value from m_alike join m_watched_shows using (w));

create or replace temp table m_namesake_said as  -- whose name, with all that the record could still show, may be enough in some group
with
worth as (
    select value, max(bits) + $gender as bits, max(case when birth and not is_exact then $birth else 0 end) as vague
    from m_alike join m_watched_shows using (w)
    group by value
),
asked as (select role, min(bits) as bits, min(bare_bits) as bare_bits from m_needed group by role),
named as (
    select s.table_name, s.record_id, s.role, s.name, a.bits, a.vague,
        case when s.birth_lo < s.birth_hi then $birth else 0 end + case when i.value is not null then $number else 0 end as more
    from m_said as s
    join worth as a on a.value = s.name
    left join m_number as i on i.value = s.id_written
)
select n.table_name, n.record_id, n.role, n.name
from named as n join asked as k using (role)
where n.bits >= k.bare_bits or n.more + n.vague > 0 and n.bits + n.more + n.vague >= k.bits;

create or replace temp table m_numbered as  -- whose number fits; one that is masked needs some of the name beside it
with
fitting as materialized (select i.value, k.left_number, k.is_full from m_number as i join m_number_match as k on k.right_number = i.number),
said as materialized (
    select table_name, record_id, role, name, id_written from m_said where id_written in (select value from fitting)
),
called as materialized (select * from person_name where value in (select name from said))
select distinct s.table_name, s.record_id, s.role, s.name
from said as s
join fitting as k on k.value = s.id_written
join m_watched_number as l on l.number = k.left_number
left join m_watched_name as n using (w)
left join called as p on p.value = s.name
where k.is_full or m_may_be_one(n.name_key, n.script, n.reading_keys, p.name_key, p.script, p.reading_keys);

create or replace temp table m_reached as  -- who is named in a company that shows a value of somebody watched, or that was ruled on
with
company as (
    select a.company_id
    from m_watched_value as v join m_crowd as c using (feature, value) join m_attribute as a using (feature, value)
    where c.crowd <= $crowd
    union
    select company_id from identity_ruling
),
place as materialized (
    select table_name, record_id, column_name from company_mention where company_id in (select company_id from company)
),
said as materialized (
    select table_name, record_id, company_column, role, name from m_said where record_id in (select record_id from place)
)
select table_name, record_id, role, name
from said
where (table_name, record_id, company_column) in (select table_name, record_id, column_name from place);

create or replace temp table m_hit as
select * from m_namesake_said union select * from m_born union select * from m_numbered union select * from m_reached;
