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

create or replace temp macro m_starts(readings) as  -- how a name can begin to be read; a surname may be a vowel alone
    list_transform(readings, lambda k: left(k, case when k[3] in ('a', 'e', 'o') then 3 else 4 end));

create or replace temp table m_birth_key as
with
r as (
    select m, role, coalesce(birth_lo, id_birth) as day, name_key, script, reading_keys
    from m_mention
    where coalesce(birth_lo, id_birth) = coalesce(birth_hi, id_birth)
)
select l.w, r.m
from (select w, day, unnest(m_parts(name_key)) as part from m_day) as l
join (select m, day, unnest(m_parts(name_key)) as part from r) as r using (day, part)
union
select p.w, p.m
from (
    select l.w, r.m, r.role,
        -- a spelling of a Chinese name may be odd in one syllable behind the surname
        (l.script = 'han') <> (r.script = 'han') and list_has_any(m_starts(l.reading_keys), m_starts(r.reading_keys)) as fits,
        case when (l.script = 'han') <> (r.script = 'han') then $day_and_surname else $day end as bits
    from m_day as l join r using (day)
    where l.script <> 'han' or r.script <> 'han' or r.role in (select role from m_needed where can_check and bits <= $day)
) as p
join m_watched as w using (w)
join m_mention_group as g on g.m = p.m and g.group_id = w.group_id
join m_needed as k on k.group_id = w.group_id and k.watched_kind = w.watched_kind and k.role = p.role and k.can_check
-- where few pairs are considered, the day alone makes a lead, unless the names contradict
where p.fits or p.bits >= k.bits;

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
