-- in:    m_watched*, m_mention*, m_alike, m_day, m_attribute, m_crowd, m_number_match, m_needed
-- out:   m_found(w, m): pairs that share a number, a value or a birth date, and a part of the name at least
--        m_namesake(w, m, name_bits, more): pairs whose whole names agree, with what else could speak for them at most
-- grain: distinct pairs within one group
-- Every comparator that awards positive bits has its key here; a property test compares with brute force over all pairs.
create or replace temp table m_number_key as
select l.w, r.m, bool_or(k.is_full) as is_full
from m_number_match as k
join m_watched_number as l on l.number = k.left_number
join m_mention as r on r.number = k.right_number
group by l.w, r.m;

create or replace temp table m_value_key as
select distinct v.w, m.m
from m_watched_value as v
join m_crowd as c using (feature, value)
join m_attribute as a using (feature, value)
join m_mention as m using (company_id)
where c.crowd <= $crowd;

create or replace temp macro m_but_one(readings) as  -- how a name can be read, but for one syllable behind the first
    flatten(list_transform(
        list_transform(readings, lambda k: list_prepend(k[1], regexp_extract_all(k, '[A-Z][a-z]*'))),
        lambda s: list_transform(range(3, len(s) + 1), lambda i: array_to_string(list_concat(s[:i - 1], ['*'], s[i + 1:]), ''))
    ));

create or replace temp macro m_goes_on(is_han, readings, most_readings, most_spellings) as  -- may be read in more ways than the dictionary keeps
    case
        when not is_han then len(readings) >= most_spellings
        else greatest(len(list_filter(readings, lambda k: k[1] = 'p')), len(list_filter(readings, lambda k: k[1] = 'j'))) >= most_readings
    end;

create or replace temp macro m_read(people) as table  -- with each way in which the name can begin to be read
select id, day, script = 'han' as is_han, reading_keys, unnest(list_distinct(list_transform(reading_keys, lambda k: left(k, 4)))) as start
from query_table(people);

create or replace temp table m_born_here as
select m as id, role, coalesce(birth_lo, id_birth) as day, name_key, script, reading_keys
from m_mention
where coalesce(birth_lo, id_birth) = coalesce(birth_hi, id_birth);

create or replace temp view m_read_there as
select w as id, * from m_day where script <> 'han' or exists (select 1 from m_born_here where script <> 'han');

create or replace temp view m_read_here as
select * from m_born_here where script <> 'han' or exists (select 1 from m_day where script <> 'han');

create or replace temp table m_birth_key as
select l.w, r.id as m
from (select w, day, unnest(m_parts(name_key)) as part from m_day) as l
join (select id, day, unnest(m_parts(name_key)) as part from m_born_here) as r using (day, part)
union
-- a spelling of a Chinese name may be odd in one syllable behind the surname
select l.id, r.id
from m_read('m_read_there') as l join m_read('m_read_here') as r using (day, start)
where l.is_han <> r.is_han and (
    list_has_any(m_but_one(l.reading_keys), m_but_one(r.reading_keys))
    or m_goes_on(l.is_han, l.reading_keys, $most_readings, $most_spellings)
    or m_goes_on(r.is_han, r.reading_keys, $most_readings, $most_spellings)
)
union
-- where few pairs are considered, the day alone makes a lead, unless the names contradict
select p.w, p.m
from (
    select l.w, r.id as m, r.role, case when (l.script = 'han') <> (r.script = 'han') then $day_and_surname else $day end as bits
    from m_day as l join m_born_here as r using (day)
    where r.role in (select role from m_needed where can_check and bits <= $day)
        or (l.script <> 'han' or r.script <> 'han') and r.role in (select role from m_needed where can_check and bits <= $day_and_surname)
) as p
join m_watched as w using (w)
join m_mention_group as g on g.m = p.m and g.group_id = w.group_id
join m_needed as k on k.group_id = w.group_id and k.watched_kind = w.watched_kind and k.role = p.role and k.can_check
where p.bits >= k.bits;

create or replace temp table m_found as
with k as (
    select w, m, is_full from m_number_key
    union
    select w, m, false from m_value_key
    union
    select w, m, false from m_birth_key
)
select distinct k.w, k.m
from k
join m_watched as w using (w)
join m_mention_group as g on g.m = k.m and g.group_id = w.group_id
join m_mention as m on m.m = k.m
left join m_watched_name as n on n.w = k.w
-- two Chinese names that share neither beginning nor rest nor sound are two people, unless the full number says otherwise
where k.is_full or m_may_be_one(n.name_key, n.script, n.reading_keys, m.name_key, m.script, m.reading_keys);

create or replace temp table m_namesake as
select a.w, m.m, a.bits + $gender as name_bits, w.group_id, w.watched_kind, m.role,
    w.number and m.number is not null or w.birth and coalesce(m.birth_lo, m.id_birth) is not null as can_check,
    case
        when not w.birth or coalesce(m.birth_lo, m.id_birth) is null then 0
        when not w.is_exact or m.birth_lo < m.birth_hi then $birth
        when w.day = coalesce(m.birth_lo, m.id_birth) then $day
        else 0  -- two days that are not one speak against
    end
    + case when w.number and m.number is not null then $number else 0 end as more
from m_alike as a
join m_mention as m on m.name = a.value
join m_watched_shows as w using (w)
join m_mention_group as g on g.m = m.m and g.group_id = w.group_id;
