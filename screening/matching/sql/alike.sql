-- in:    m_watched_name, m_watched_shows, dictionary person_name
-- out:   m_alike(w, value, bits): a watched person and a written name that agree as a whole: but for variants of characters,
--        read alike in two scripts, or fitting behind a mask; bits: the most that the agreement can be worth
--        m_parts (macro): what two Chinese names have in common that one character wrong, exchanged or left out makes of one another;
--        m_may_be_one (macro): false where two Chinese names share none of it, nor a reading
-- grain: (w, value)
-- Names are brought together here, once per distinct name, before anybody who bears them is looked at.
create or replace temp macro m_parts(name_key) as  -- the name without each of its characters in turn; of a long one that would be too much
    case
        when length(name_key) > 8 then ['^' || name_key[1], substr(name_key, 2), name_key]
        else list_prepend(name_key, list_transform(range(1, length(name_key) + 1), lambda i: left(name_key, i - 1) || substr(name_key, i + 1)))
    end;

create or replace temp macro m_may_be_one(a, a_script, a_readings, b, b_script, b_readings) as
    a is null or b is null or a_script <> 'han' or b_script <> 'han'
    or list_has_any(m_parts(a), m_parts(b)) or list_has_any(a_readings, b_readings);

create or replace temp table m_mask as  -- every way to hide characters of a short watched name behind its first one
select n.w, n.bits, name_key[1]
    || case when k & 1 > 0 then '*' else name_key[2] end
    || case when length(name_key) < 3 then '' when k & 2 > 0 then '*' else name_key[3] end
    || case when length(name_key) < 4 then '' when k & 4 > 0 then '*' else name_key[4] end as pattern
from m_watched_name as n, range(1, 8) as t(k)
where length(n.name_key) between 2 and 4 and k < (1 << (length(n.name_key) - 1));

create or replace temp table m_masked as select value, name_key, bits from person_name where script = 'masked' and name_key is not null;

create or replace temp table m_alike as
with
across as (  -- two scripts, or two names in letters
    select value, name_key, script, bits, unnest(reading_keys) as reading
    from person_name
    where script <> 'han' or exists (select 1 from m_watched_name where script <> 'han')
),
found as (
    select n.w, p.value, least(n.bits, p.bits) as bits
    from m_watched_name as n join person_name as p using (variant_key)
    where p.script <> 'masked'
    union all
    select n.w, p.value, case when 'han' in (n.script, p.script) then least(n.bits, p.bits) else greatest(n.bits, p.bits) end
    from (select w, name_key, script, bits, unnest(reading_keys) as reading from m_watched_name) as n
    join across as p using (reading)
    where (n.script <> 'han' or p.script <> 'han') and n.name_key <> p.name_key
    union all
    select n.w, p.value, least(n.bits, p.bits) from m_mask as n join m_masked as p on p.name_key = n.pattern
    union all
    select n.w, p.value, least(n.bits, p.bits)
    from m_watched_name as n
    join m_masked as p
        on left(p.name_key, 1) = left(n.name_key, 1) and length(p.name_key) = length(n.name_key)
        and n.name_key like replace(p.name_key, '*', '_')
    where length(n.name_key) > 4 or n.name_key = p.name_key
    union all
    select n.w, p.value, least(n.bits, p.bits)
    from m_watched_name as n
    join person_name as p
        on left(p.name_key, 1) = left(n.name_key, 1) and length(p.name_key) = length(n.name_key)
        and p.name_key like replace(n.name_key, '*', '_')
    where n.script = 'masked'
)
select w, value, max(bits) as bits from found where w in (select w from m_watched_shows) group by w, value;
