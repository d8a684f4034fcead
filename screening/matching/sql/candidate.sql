-- in:    m_watched*, m_mention*, m_attribute, m_crowd, m_number_key
-- out:   m_found(w, m): pairs that share a number, a value or a birth date, and a part of the name at least
--        m_namesake(w, m, name_bits, slack): pairs whose whole names agree, with what else could speak for them at most
-- grain: distinct pairs within one group
-- Every comparator that awards positive bits has its key here; a property test compares with brute force over all pairs.
create or replace temp table m_value_key as
select distinct v.w, m.m
from m_watched_value as v
join m_crowd as c using (feature, value)
join m_attribute as a using (feature, value)
join m_mention as m using (company_id)
where c.crowd <= $crowd;

create or replace temp table m_birth_key as
with
left_birth as (
    select w, birth_lo as day from m_watched_fact where birth_lo = birth_hi
    union
    select w, id_birth from m_watched_number where id_birth is not null
),
right_birth as (
    select m, birth_lo as day from m_mention where birth_lo = birth_hi
    union
    select m, id_birth from m_mention where id_birth is not null
)
select distinct l.w, r.m from left_birth as l join right_birth as r using (day);

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
-- two names in one script that share neither beginning nor rest nor sound are two people, unless the full number says otherwise
where k.is_full or m.name_key is null or n.name_key is null or n.script <> m.script
    or left(n.name_key, 1) = left(m.name_key, 1) or substr(n.name_key, 2) = substr(m.name_key, 2) or n.pinyin_key = m.pinyin_key;

create or replace temp table m_namesake as
with
same as (
    select n.w, m.m, least(n.bits, m.bits) as name_bits
    from m_watched_name as n join m_mention as m using (variant_key)
    where m.script <> 'masked'
    union all
    -- one name in two scripts, or two romanised names, that can be read alike
    select n.w, m.m, least(n.bits, m.bits)
    from (select w, name_key, script, bits, unnest(reading_keys) as reading from m_watched_name) as n
    join (select m, name_key, script, bits, unnest(reading_keys) as reading from m_mention) as m using (reading)
    where (n.script <> 'han' or m.script <> 'han') and n.name_key <> m.name_key
    union all
    select n.w, m.m, least(n.bits, m.bits)
    from m_watched_name as n
    join m_mention as m
        on left(m.name_key, 1) = left(n.name_key, 1) and length(m.name_key) = length(n.name_key)
        and (m.script = 'masked' and n.name_key like replace(m.name_key, '*', '_')
            or n.script = 'masked' and m.name_key like replace(n.name_key, '*', '_'))
)
select s.w, s.m, max(s.name_bits) as name_bits, w.group_id, w.watched_kind, m.role,
    w.number and m.number is not null or w.birth and (m.birth_lo is not null or m.id_birth is not null) as can_check,
    $gender
    + case when w.birth and (m.birth_lo is not null or m.id_birth is not null) then $birth else 0 end
    + case when w.number and m.number is not null then $number else 0 end as slack
from same as s
join m_watched_shows as w using (w)
join m_mention_group as g on g.m = s.m and g.group_id = w.group_id
join m_mention as m on m.m = s.m
group by all;
