-- in:    std_officers, std_related_parties, m_related, dictionaries (several_people among them)
-- out:   watched (internal.py), m_watched(w, watched_id, group_id, watched_kind, officer_id)
--        m_watched_name, m_watched_number, m_watched_birth, m_watched_value: everything known of an identity, one value a row
-- grain: one identity: an officer's appointments united, kept apart where they contradict; one row per related party
create or replace temp table m_officer_row as
select o.record_id, o.group_id, o.officer_id, o.name, n.name_key, n.script, i.scheme, i.norm
from std_officers as o
left join person_name as n on n.value = o.name
left join identifier as i on i.value = o.id_number and i.is_full and not i.is_placeholder;

create or replace temp table m_officer_part as
with
torn as (  -- one name with two full numbers of one scheme: two people under one code
    select distinct officer_id, name_key from m_officer_row
    where norm is not null
    group by officer_id, name_key, scheme
    having count(distinct norm) > 1
),
of_number as (select officer_id, norm, min(name_key) as name_key from m_officer_row where norm is not null group by all),
of_name as (
    select r.officer_id, r.name_key, min(o.name_key) as lead
    from m_officer_row as r join of_number as o using (officer_id, norm)
    group by all
),
named as (
    select r.record_id, r.group_id, r.officer_id, r.script,
        case
            when t.officer_id is not null then concat_ws('|', r.name_key, r.norm)
            else coalesce(u.name_key, f.lead, r.name_key, '')
        end as part
    from m_officer_row as r
    left join torn as t on t.officer_id = r.officer_id and t.name_key is not distinct from r.name_key
    left join of_number as u on u.officer_id = r.officer_id and u.norm = r.norm
    left join of_name as f on f.officer_id = r.officer_id and f.name_key is not distinct from r.name_key
),
script as (  -- a romanised row goes with the one Chinese name under its code
    select officer_id, min(part) filter (where script = 'han') as han_part
    from named
    group by officer_id
    having count(distinct part) filter (where script = 'han') = 1
)
select n.record_id, n.group_id, n.officer_id,
    case when n.script is distinct from 'han' and s.han_part is not null then s.han_part else n.part end as part
from named as n left join script as s using (officer_id);

create or replace temp table m_identity as
with
rank as (
    select *, dense_rank() over (partition by officer_id order by part) as nth from m_officer_part
),
counted as (
    select *, max(nth) over (partition by officer_id) as parts,
        dense_rank() over (partition by officer_id order by group_id) as nth_group
    from rank
)
select record_id, group_id, officer_id, null::varchar as related_id, 'officer' as watched_kind,
    'officer:' || officer_id || case when parts > 1 then '#' || nth else '' end
        || case when nth_group > 1 then '@' || group_id else '' end as watched_id
from counted
union all
select r.record_id, o.group_id, r.officer_id, r.related_id,
    case when k.is_organisation then 'related_organisation' else 'related_person' end,
    'related:' || r.record_id || case when o.nth > 1 then '@' || o.group_id else '' end
from std_related_parties as r
join m_related as k using (record_id)
join (
    select officer_id, group_id, row_number() over (partition by officer_id order by group_id) as nth
    from (select distinct officer_id, group_id from std_officers)
) as o using (officer_id);

create or replace temp table m_source as
select record_id, "row", 'officers' as table_name, name, other_names, null::varchar as relationship, id_number,
    birth_date, birth_date_hi, gender, phone, email, address, bank_account
from std_officers
union all
-- of a row that names several relatives (父母：周立新、李秀玲) number and date are nobody's; an officer's row is of one person, by its code
select r.record_id, r."row", 'related_parties', r.name, r.other_names, r.relationship, case when s.value is null then r.id_number end,
    case when s.value is null then r.birth_date end, case when s.value is null then r.birth_date_hi end, null,
    r.phone, r.email, r.address, r.bank_account
from std_related_parties as r left join (select distinct value from several_people) as s on s.value = r.name;

delete from watched;
insert into watched by name
select i.watched_id, i.watched_kind as kind, i.group_id, any_value(i.officer_id) as officer_id,
    any_value(i.related_id) as related_id, arg_min(s.name, s.record_id) as name,
    arg_min(s.relationship, s.record_id) as relationship, any_value(s.table_name) as table_name,
    min(s.record_id) as record_id, arg_min(s."row", s.record_id) as "row"
from m_identity as i
join m_source as s
    on s.record_id = i.record_id and s.table_name = case when i.watched_kind = 'officer' then 'officers' else 'related_parties' end
group by i.watched_id, i.watched_kind, i.group_id;

create or replace temp table m_watched as
select row_number() over (order by watched_id) as w, watched_id, group_id, kind as watched_kind, officer_id, name from watched;

create or replace temp table m_watched_source as
select w.w, s.*
from m_identity as i
join m_watched as w using (watched_id)
join m_source as s
    on s.record_id = i.record_id and s.table_name = case when i.watched_kind = 'officer' then 'officers' else 'related_parties' end;

create or replace temp table m_watched_name as
with
written as materialized (
    select w, name as value from m_watched_source
    union
    select w, unnest(other_names) from m_watched_source
),
said as materialized (
    from written
    union
    select w, p.name from written join several_people as p using (value)
),
read as materialized (select * from person_name where name_key is not null and value in (select value from said))
select distinct w, value, n.name_key, n.variant_key, n.pinyin_key, n.reading_keys, n.script, n.surname, n.given, n.bits
from said
join read as n using (value)
join m_watched using (w)
where watched_kind <> 'related_organisation';

create or replace temp table m_watched_number as
select distinct s.w, i.value as id_written, i.norm as number, i.scheme, i.is_full, i.is_valid, i.birth_date as id_birth, i.gender
from m_watched_source as s
join identifier as i on i.value = s.id_number
join m_watched using (w)
where not i.is_placeholder and i.norm is not null and watched_kind <> 'related_organisation';

create or replace temp table m_watched_fact as
select s.w, min(s.birth_date) as birth_lo, max(s.birth_date_hi) as birth_hi, min(s.gender) as gender
from m_watched_source as s
where s.birth_date is not null or s.gender is not null
group by s.w;
