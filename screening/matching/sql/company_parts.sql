-- in:    m_form, m_brand
-- out:   m_part, m_near_brand, m_part_pair(a, b, how): names with the same trade name, or one that differs in a character; a codeless
-- grain: distinct (a, b, how); both ways round where neither company has a code
-- A pair is only made if the most that its parts can be worth reaches tier C ($needed bits): the trade name's rarity is bounded
-- by its bearers before anything is joined, and each join is on as many parts as the missing bits ask for.
-- One side has no code, so only the trade names of companies without code are looked at, and those a character away from them.
create or replace temp table m_part as
with named as (
    select f, company, core_key, brand, region_code, trade, legal_form, coded, live
    from m_form
    where usage = 'current' and not is_latin and branch_of is null and length(brand) >= 2
)
select n.*, b.rarity
from named as n
join m_brand as b using (brand)
semi join (select brand from named where not coded) as c using (brand);

create or replace temp table m_near_brand as  -- trade names that are one as they are or without one of their characters
with
rare as (
    select brand from m_brand where length(brand) >= 2 and rarity + $region_agrees + $trade_agrees + $brand_typo >= $needed
),
key_of_codeless as (
    select brand, left(brand, i) || substr(brand, i + 2) as shortened
    from rare semi join (select brand from m_part where not coded) using (brand), range(0, length(brand) + 1) as t(i)
    where length(brand) >= 3 or i = length(brand)
),
key as (
    select brand, left(brand, i) || substr(brand, i + 2) as shortened from rare, range(0, length(brand) + 1) as t(i)
    where length(brand) >= 3 or i = length(brand)
)
select distinct c.brand, k.brand as near from key_of_codeless as c join key as k using (shortened);

create or replace temp table m_part_pair as
with
codeless as (select * from m_part where not coded),
whole as (  -- trade name, region and trade: 杭州华盛科技 and 华盛(杭州)科技
    select l.f as a, r.f as b, 'parts' as how
    from codeless as l
    join m_part as r
        on l.brand = r.brand and l.region_code is not distinct from r.region_code and l.trade is not distinct from r.trade
    where l.company <> r.company and (l.live or r.live)
        and l.rarity + $trade_agrees + case when l.region_code is null then $region_absent else $region_agrees end >= $needed
),
misspelt_trade as (
    select l.f, r.f, 'parts'
    from codeless as l
    join m_part as r on l.brand = r.brand and l.region_code is not distinct from r.region_code
    where l.company <> r.company and (l.live or r.live) and l.trade <> r.trade
        and l.rarity + $region_agrees + $trade_typo >= $needed and abs(length(l.core_key) - length(r.core_key)) <= 1
),
no_region as (  -- one side leaves the region out, or leaves open which it means
    select l.f, r.f, 'parts'
    from (select * from m_part where (region_code is null or contains(region_code, '|')) and rarity + $region_absent + $trade_agrees >= $needed) as l
    join m_part as r on l.brand = r.brand and l.trade is not distinct from r.trade
    where l.company <> r.company and (l.live or r.live) and not (l.coded and r.coded)
        and l.region_code is distinct from r.region_code and r.region_code is not null and m_may_meet(l.region_code, r.region_code)
),
inside as (  -- one side names the province alone
    select l.f, r.f, 'parts'
    from (select * from m_part where rarity + $region_inside + $trade_agrees >= $needed) as l
    join m_part as r on l.brand = r.brand and l.trade is not distinct from r.trade
    where l.company <> r.company and (l.live or r.live) and not (l.coded and r.coded)
        and length(l.region_code) < length(r.region_code) and starts_with(r.region_code, l.region_code)
),
formless as (select * from m_part where legal_form is null),
formless_here as (  -- 杭州华盛 for 杭州华盛科技有限公司
    select l.f, r.f, 'parts'
    from formless as l
    join m_part as r on l.brand = r.brand and l.region_code = r.region_code
    where l.company <> r.company and (l.live or r.live) and not (l.coded and r.coded)
        and l.rarity + $region_agrees + $trade_contains >= $needed
        and (l.trade is null or r.trade is null or contains(l.trade, r.trade) or contains(r.trade, l.trade))
),
formless_anywhere as (
    select l.f, r.f, 'parts'
    from formless as l
    join m_part as r on l.brand = r.brand
    where l.company <> r.company and (l.live or r.live) and not (l.coded and r.coded)
        and l.rarity + greatest($region_absent, $region_inside) + $trade_contains >= $needed
        and (l.trade is null or r.trade is null or contains(l.trade, r.trade) or contains(r.trade, l.trade))
        and m_may_meet(l.region_code, r.region_code)
),
fuller_here as (  -- two full names, one with more words: only a rare trade name outweighs that
    select l.f, r.f, 'parts'
    from (select * from codeless where rarity + $region_agrees + $trade_full >= $needed) as l
    join m_part as r on l.brand = r.brand and l.region_code = r.region_code
    where l.company <> r.company and (l.live or r.live)
        and (l.trade is null or r.trade is null or contains(l.trade, r.trade) or contains(r.trade, l.trade))
),
fuller_anywhere as (
    select l.f, r.f, 'parts'
    from (select * from codeless where rarity + greatest($region_absent, $region_inside) + $trade_full >= $needed) as l
    join m_part as r on l.brand = r.brand
    where l.company <> r.company and (l.live or r.live)
        and (l.trade is null or r.trade is null or contains(l.trade, r.trade) or contains(r.trade, l.trade))
        and m_may_meet(l.region_code, r.region_code)
),
shifted as (  -- a slip where the trade begins: 禾木东物科技 for 禾木东生物科技; DuckDB's edit distances count bytes, so the comparison decides
    select l.f, r.f, 'parts'
    from (select *, left(brand, 2) as first from codeless where rarity + $region_agrees + $trade_typo >= $needed) as l
    join (
        select f, company, core_key, brand, region_code, live, left(brand, 2) as first
        from m_form
        where usage = 'current' and not is_latin and branch_of is null and length(brand) >= 2
    ) as r on l.region_code is not distinct from r.region_code and l.first = r.first
    where l.company <> r.company and (l.live or r.live) and l.brand <> r.brand
        and (starts_with(l.brand, r.brand) or starts_with(r.brand, l.brand))
        and r.brand in (select brand from m_brand where rarity + $region_agrees + $trade_typo >= $needed)
        and abs(length(l.core_key) - length(r.core_key)) <= 1 and l.core_key <> r.core_key
),
typo as (
    select l.f, r.f, 'typo'
    from codeless as l
    join m_near_brand as b using (brand)
    join m_form as r
        on r.brand = b.near and l.region_code is not distinct from r.region_code and l.trade is not distinct from r.trade
    where r.usage = 'current' and not r.is_latin and r.branch_of is null
        and l.company <> r.company and (l.live or r.live) and l.core_key <> r.core_key
)
select distinct * from (
    select * from whole union all select * from misspelt_trade union all select * from no_region union all select * from inside
    union all select * from formless_here union all select * from formless_anywhere
    union all select * from fuller_here union all select * from fuller_anywhere union all select * from shifted union all select * from typo
);
