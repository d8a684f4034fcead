-- in:    m_form, m_latin_key(name, key)
-- out:   m_sound_pair(a, b, how, short, companies): a is a Latin name that begins like the Chinese name b is read (how = romanised,
--        short = the syllables both share), or another Latin name that shares all or all but one of its words (how = latin)
-- grain: distinct (a, b, how)
-- As among Chinese names, bearers bound the bits before anything is joined; without the region a rarer sound is asked for.
create or replace temp table m_heard_latin as
select m.f, m.company, m.region_code, m.usage, m.coded, m.live, k as words, array_to_string(string_split(x.sounds[1], ' ')[1:k], '') as sound
from m_form as m join company_name as x on x.rowid = m.n, range(1, 6) as t(k)
where m.is_latin and x.sounds is not null and m.branch_of is null and len(string_split(x.sounds[1], ' ')) >= k;

create or replace temp table m_heard as
with
spoken as (
    select rowid as n, unnest(sounds) as reading from company_name where sounds is not null and branch_of is null
),
near as (  -- whose first letters a Latin name shares: few are worth taking apart
    select * from spoken
    where left(replace(reading, ' ', ''), 4) in (select left(sound, 4) from m_heard_latin where length(sound) >= 4)
)
select distinct m.f, m.company, m.region_code, m.usage, m.coded, m.live, k as syllables, array_to_string(string_split(s.reading, ' ')[1:k], '') as sound
from m_form as m join near as s using (n), range(2, 5) as t(k)
where not m.is_latin and len(string_split(s.reading, ' ')) >= k
    and array_to_string(string_split(s.reading, ' ')[1:k], '') in (select sound from m_heard_latin where length(sound) >= 4);

create or replace temp table m_sound_pair as
with
borne as (
    select sound, min(syllables) as syllables, count(distinct company) as companies from m_heard group by sound
),
rare as (
    select sound, companies, -log2((greatest(companies - 1, 0)
        + $brand_pseudo * power(2.0, -(case syllables when 2 then $sound_2 when 3 then $sound_3 else $sound_4 end)))
        / ($companies + $brand_pseudo)) as rarity
    from borne
),
met as (
    select l.f as a, h.f as b, h.syllables, h.sound, r.companies
    from m_heard_latin as l
    join rare as r using (sound)
    join m_heard as h on h.sound = l.sound and h.region_code = l.region_code
    where r.rarity + $region_agrees + $sound_trade >= $needed
        and l.company <> h.company and (l.usage = 'current' or h.usage = 'current')
        and not (l.coded and h.coded) and (l.live or h.live)
    union all
    select l.f, h.f, h.syllables, h.sound, r.companies
    from m_heard_latin as l
    join (select * from rare where rarity + greatest($region_absent, $region_inside) + $sound_trade >= $needed) as r using (sound)
    join m_heard as h on h.sound = l.sound
    where l.company <> h.company and (l.usage = 'current' or h.usage = 'current')
        and not (l.coded and h.coded) and (l.live or h.live)
        and m_may_meet(l.region_code, h.region_code)
),
latin as (
    select l.f, l.company, l.usage, l.coded, l.live, k.key
    from m_form as l join company_name as x on x.rowid = l.n join m_latin_key as k on k.name = x.value
    where l.is_latin
),
few as (select key from latin group by key having count(distinct company) between 2 and $crowd + 1)
select a, b, 'romanised' as how, arg_max(sound, (syllables, sound)) as short, arg_max(companies, (syllables, sound)) as companies
from met
group by a, b
union all
select distinct l.f, r.f, 'latin', '', 2
from latin as l join few using (key) join latin as r using (key)
where l.company < r.company and (l.usage = 'current' or r.usage = 'current') and not (l.coded and r.coded) and (l.live or r.live);
