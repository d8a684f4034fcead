-- in:    m_form, m_latin_key(name, key)
-- out:   m_sound_pair(a, b, how, short, companies): a is a Latin name that begins like the Chinese name b is read (how = romanised,
--        short = the syllables both share), or another Latin name that shares all or all but one of its words (how = latin)
-- grain: distinct (a, b, how)
-- As among Chinese names, bearers bound the bits before anything is joined; without the region a rarer sound is asked for.
create or replace temp table m_heard_latin as
select f, company_id, region_code, usage, coded, live, k as words, array_to_string(string_split(sounds[1], ' ')[1:k], '') as sound
from m_form, range(1, 6) as t(k)
where is_latin and sounds is not null and branch_of is null and len(string_split(sounds[1], ' ')) >= k;

create or replace temp table m_heard as
with spoken as (
    select f, company_id, region_code, usage, coded, live, unnest(sounds) as reading
    from m_form
    where not is_latin and sounds is not null and branch_of is null
)
select distinct f, company_id, region_code, usage, coded, live, k as syllables, array_to_string(string_split(reading, ' ')[1:k], '') as sound
from spoken, range(2, 5) as t(k)
where len(string_split(reading, ' ')) >= k
    and array_to_string(string_split(reading, ' ')[1:k], '') in (select sound from m_heard_latin where length(sound) >= 4);

create or replace temp table m_sound_pair as
with
borne as (
    select sound, min(syllables) as syllables, count(distinct company_id) as companies from m_heard group by sound
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
        and l.company_id <> h.company_id and (l.usage = 'current' or h.usage = 'current')
        and not (l.coded and h.coded) and (l.live or h.live)
    union all
    select l.f, h.f, h.syllables, h.sound, r.companies
    from m_heard_latin as l
    join (select * from rare where rarity + greatest($region_absent, $region_inside) + $sound_trade >= $needed) as r using (sound)
    join m_heard as h on h.sound = l.sound
    where l.company_id <> h.company_id and (l.usage = 'current' or h.usage = 'current')
        and not (l.coded and h.coded) and (l.live or h.live)
        and (l.region_code is null or h.region_code is null
            or starts_with(l.region_code, h.region_code) or starts_with(h.region_code, l.region_code))
),
latin as (select l.f, l.company_id, l.usage, l.coded, l.live, k.key from m_form as l join m_latin_key as k using (name) where l.is_latin),
few as (select key from latin group by key having count(distinct company_id) between 2 and $crowd + 1)
select a, b, 'romanised' as how, arg_max(sound, (syllables, sound)) as short, arg_max(companies, (syllables, sound)) as companies
from met
group by a, b
union all
select distinct l.f, r.f, 'latin', '', 2
from latin as l join few using (key) join latin as r using (key)
where l.company_id < r.company_id and (l.usage = 'current' or r.usage = 'current') and not (l.coded and r.coded) and (l.live or r.live);
