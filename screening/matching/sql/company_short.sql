-- in:    m_form, m_region_initial(region, initial)
-- out:   m_short_pair(a, b, how, short, shape, companies): a is a short name of b
-- grain: distinct (a, b)
-- A short name takes characters of the full one in their order: how it begins, with or without its region (常山北明 for
-- 石家庄常山北明科技), a character of the region first (陕天然气), the first characters of its words (扬子新材 for
-- 扬子江新型材料). The first two stand side by side, and 股份 or 集团 stands for the legal form. What a stock exchange adds
-- (*ST, N, XD, 退市 before it, A, B, -U behind it) is no part of it.
-- shape: exact = the full name begins so; loose = characters are left out; within = it begins further in.
create or replace temp table m_short as
with
bare as (
    select f, company, coded, live, regexp_replace(
        regexp_replace(name_key, '^(?:退市|s?st|sst|xd|xr|dr|[gns])([一-龥].*)$', '\1'), '([一-龥])(?:a|b|u|w|uw|v)$', '\1') as word
    from m_form
    where usage = 'current' and legal_form is null and not is_latin and branch_of is null
),
cut as (select * exclude (word), regexp_replace(word, '^(..+?)(?:股份|集团|控股|公司)$', '\1') as short from bare)
select *, left(short, 2) as pair, substr(short, 3, 1) as third,
    left(short, 2) || array_to_string(list_transform(string_split(substr(short, 3), ''), lambda c: '%' || c), '') || '%' as pattern
from cut
where regexp_full_match(short, '[一-龥]{2,8}');

create or replace temp view m_full as
select f, company, core_key, region, coded, live, greatest(instr(core_key, brand), 1) as starts
from m_form
where usage = 'current' and legal_form is not null and not is_latin and branch_of is null and core_key is not null;

create or replace temp table m_stem as  -- where in a full name a short one could begin
with
place as (
    select f, i, substr(core_key, i, 2) as pair from m_full, range(1, 9) as t(i) where length(core_key) > i
    union all
    select f, starts, substr(core_key, starts, 2) from m_full where starts > 1
),
met as (select distinct f, i from place where pair in (select pair from m_short)),
every as (
    select t.f, t.company, t.coded, t.live, substr(t.core_key, m.i) as stem, case when m.i in (1, t.starts) then 0 else 2 end as shift
    from met as m join m_full as t using (f)
    where m.i in (1, t.starts) or length(t.core_key) >= m.i + 2
    union all
    select f, company, coded, live, initial || substr(core_key, starts), 1
    from m_full join m_region_initial using (region)
    where initial || substr(core_key, starts, 1) in (select pair from m_short)
)
select *, left(stem, 2) as pair from every;

create or replace temp table m_short_pair as
with
thirds as (
    select f, company, coded, live, stem, shift, pair, unnest(list_distinct(string_split(substr(stem, 3, 16), ''))) as third from m_stem
),
met as (
    -- two characters alone stand side by side, and in few names
    select s.f as a, t.f as b, s.short, case t.shift when 0 then 'exact' else 'within' end as shape,
        t.company, s.company as own, s.coded and t.coded as two_codes, s.live or t.live as live
    from m_short as s join m_stem as t using (pair)
    where length(s.short) = 2 and t.shift <> 1
        and (s.pair, t.shift) in (select (pair, shift) from m_stem group by pair, shift having count(distinct company) <= $crowd + 1)
    union all
    select s.f, t.f, s.short,
        case when t.shift = 0 and starts_with(t.stem, s.short) then 'exact' when t.shift = 2 then 'within' else 'loose' end,
        t.company, s.company, s.coded and t.coded, s.live or t.live
    from m_short as s join thirds as t using (pair, third)
    where length(s.short) > 2 and t.stem like s.pattern
),
best as (
    select a, b, min(short) as short, min(shape) as shape, min(company) as company, bool_or(live) as live, bool_or(two_codes) as two_codes
    from met
    where company <> own
    group by a, b
),
counted as (
    select short, shape, count(distinct company) as companies from best group by short, shape
)
select a, b, 'short' as how, short, shape, companies
from best join counted using (short, shape)
where live and not two_codes and companies <= $crowd;
