-- in:    m_form, m_brand
-- out:   m_part_pair(a, b, how): names with the same trade name, or one that differs in a character; a codeless
-- grain: distinct (a, b, how); both ways round where neither company has a code
-- A pair is only made if the most that its parts can be worth reaches tier C ($needed bits): the trade name's rarity is bounded
-- by its bearers before anything is joined, and each join is on as many parts as the missing bits ask for.
create or replace temp table m_part as
select f, company_id, core_key, brand, region_code, trade, legal_form, coded, live,
    -log2((greatest(b.companies - 2, 0) + $brand_pseudo * power(2.0, -(case length(brand) when 2 then $bits_2 when 3 then $bits_3 else $bits_4 end)))
        / ($companies + $brand_pseudo)) as rarity
from m_form join m_brand as b using (brand)
where usage = 'current' and not is_latin and branch_of is null and length(brand) >= 2;

create or replace temp table m_part_pair as
with
codeless as (select * from m_part where not coded),
whole as (  -- trade name, region and trade: 杭州华盛科技 and 华盛(杭州)科技
    select l.f as a, r.f as b, 'parts' as how
    from codeless as l
    join m_part as r
        on l.brand = r.brand and l.region_code is not distinct from r.region_code and l.trade is not distinct from r.trade
    where l.company_id <> r.company_id and (l.live or r.live)
        and l.rarity + $trade_agrees + case when l.region_code is null then $region_absent else $region_agrees end >= $needed
),
misspelt_trade as (
    select l.f, r.f, 'parts'
    from codeless as l
    join m_part as r on l.brand = r.brand and l.region_code is not distinct from r.region_code
    where l.company_id <> r.company_id and (l.live or r.live) and l.trade <> r.trade
        and l.rarity + $region_agrees + $trade_typo >= $needed and abs(length(l.core_key) - length(r.core_key)) <= 1
),
no_region as (  -- one side leaves the region out, or names the province alone
    select l.f, r.f, 'parts'
    from (select * from m_part where region_code is null and rarity + $region_absent + $trade_agrees >= $needed) as l
    join m_part as r on l.brand = r.brand and l.trade is not distinct from r.trade
    where l.company_id <> r.company_id and (l.live or r.live) and not (l.coded and r.coded) and r.region_code is not null
),
inside as (
    select l.f, r.f, 'parts'
    from (select * from m_part where rarity + $region_inside + $trade_agrees >= $needed) as l
    join m_part as r on l.brand = r.brand and l.trade is not distinct from r.trade
    where l.company_id <> r.company_id and (l.live or r.live) and not (l.coded and r.coded)
        and length(l.region_code) < length(r.region_code) and starts_with(r.region_code, l.region_code)
),
formless as (select * from m_part where legal_form is null),
formless_here as (  -- 杭州华盛 for 杭州华盛科技有限公司
    select l.f, r.f, 'parts'
    from formless as l
    join m_part as r on l.brand = r.brand and l.region_code = r.region_code
    where l.company_id <> r.company_id and (l.live or r.live) and not (l.coded and r.coded)
        and l.rarity + $region_agrees + $trade_contains >= $needed
        and (l.trade is null or r.trade is null or contains(l.trade, r.trade) or contains(r.trade, l.trade))
),
formless_anywhere as (
    select l.f, r.f, 'parts'
    from formless as l
    join m_part as r on l.brand = r.brand
    where l.company_id <> r.company_id and (l.live or r.live) and not (l.coded and r.coded)
        and l.rarity + greatest($region_absent, $region_inside) + $trade_contains >= $needed
        and (l.trade is null or r.trade is null or contains(l.trade, r.trade) or contains(r.trade, l.trade))
        and (l.region_code is null or r.region_code is null
            or starts_with(l.region_code, r.region_code) or starts_with(r.region_code, l.region_code))
),
fuller_here as (  -- two full names, one with more words: only a rare trade name outweighs that
    select l.f, r.f, 'parts'
    from (select * from codeless where rarity + $region_agrees + $trade_full >= $needed) as l
    join m_part as r on l.brand = r.brand and l.region_code = r.region_code
    where l.company_id <> r.company_id and (l.live or r.live)
        and (l.trade is null or r.trade is null or contains(l.trade, r.trade) or contains(r.trade, l.trade))
),
fuller_anywhere as (
    select l.f, r.f, 'parts'
    from (select * from codeless where rarity + greatest($region_absent, $region_inside) + $trade_full >= $needed) as l
    join m_part as r on l.brand = r.brand
    where l.company_id <> r.company_id and (l.live or r.live)
        and (l.trade is null or r.trade is null or contains(l.trade, r.trade) or contains(r.trade, l.trade))
        and (l.region_code is null or r.region_code is null
            or starts_with(l.region_code, r.region_code) or starts_with(r.region_code, l.region_code))
),
brand_key as (  -- the trade name without one of its characters, and as it is
    select f, company_id, core_key, region_code, trade, coded, live, left(brand, i) || substr(brand, i + 2) as shortened
    from m_part, range(0, length(brand) + 1) as t(i)
    where (length(brand) >= 3 or i = length(brand)) and rarity + $region_agrees + $trade_agrees + $brand_typo >= $needed
),
shifted as (  -- a slip where the trade begins: 禾木东物科技 for 禾木东生物科技
    select l.f, r.f, 'parts'
    from codeless as l
    join m_part as r
        on l.region_code is not distinct from r.region_code and left(l.brand, 2) = left(r.brand, 2) and right(l.core_key, 1) = right(r.core_key, 1)
    where l.company_id <> r.company_id and (l.live or r.live) and l.brand <> r.brand
        and (starts_with(l.brand, r.brand) or starts_with(r.brand, l.brand))
        and least(l.rarity, r.rarity) + $region_agrees + $trade_typo >= $needed and damerau_levenshtein(l.core_key, r.core_key) = 1
),
typo as (
    select l.f, r.f, 'typo'
    from (select * from brand_key where not coded) as l
    join brand_key as r
        on l.shortened = r.shortened and l.region_code is not distinct from r.region_code and l.trade is not distinct from r.trade
    where l.company_id <> r.company_id and (l.live or r.live) and l.core_key <> r.core_key
)
select distinct * from (
    select * from whole union all select * from misspelt_trade union all select * from no_region union all select * from inside
    union all select * from formless_here union all select * from formless_anywhere
    union all select * from fuller_here union all select * from fuller_anywhere union all select * from shifted union all select * from typo
);
