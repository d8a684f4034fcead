-- in:    m_place, company, company_mention, m_region(region, code)
-- out:   m_company_pair: pairs of companies that may be one, with the two names that say so
--        m_brand(brand, companies): how many companies bear a trade name
-- grain: (left_id, right_id, how, left_name, right_name), left_id < right_id
-- One side at least has no credit code, or one names itself a branch of the other: two codes are two companies.
create or replace temp table m_form as
select distinct c.company_id, p.name, p.name_key, p.core_key, p.region, r.code as region_code, p.brand, p.trade, p.legal_form, p.branch_of,
    p.usage, co.uscc
from m_place as p
join company_mention as c using (table_name, record_id, column_name, name)
join company as co using (company_id)
left join m_region as r on r.region = p.region
where p.name_key is not null and coalesce(p.kind, '') not in ('person', 'state', 'custodian', 'public_body')
    -- 甲公司员工持股计划, 甲公司回购专户: named after a company, and not that company
    and (p.legal_form is not null or not regexp_matches(p.name_key, '公司.|专户|账户|帐户|计划$|信托|基金'));

create or replace temp table m_brand as
select brand, count(distinct company_id) as companies from m_form where brand is not null and usage = 'current' group by brand;

-- A short name is how a full name begins, with or without its region: 常山北明 for 石家庄常山北明科技股份有限公司. What a stock
-- exchange adds (ST, N, XD before it, A or B behind it) is no part of it.
create or replace temp table m_short as
select company_id, name, regexp_replace(regexp_replace(core_key, '^(?:s?st|sst|xd|xr|dr|[gns])([一-龥].*)$', '\1'), '([一-龥])[ab]$', '\1') as short
from m_form
where usage = 'current' and legal_form is null and core_key is not null;

create or replace temp table m_begins as
select distinct f.company_id, f.name, left(f.stem, k) as short
from (
    select company_id, name, core_key as stem from m_form where usage = 'current' and legal_form is not null and branch_of is null
    union
    select company_id, name, substr(core_key, length(written) + 1)
    from (
        select *, case
            when starts_with(core_key, region) then region
            when starts_with(core_key, left(region, length(region) - 1)) then left(region, length(region) - 1)
            else '' end as written
        from m_form where usage = 'current' and legal_form is not null and branch_of is null and region is not null
    )
) as f, range(2, 9) as t(k)
where length(f.stem) >= k and left(f.stem, k) in (select short from m_short);

create or replace temp table m_short_bearer as select short, count(distinct company_id) as companies from m_begins group by short;

create or replace temp table m_company_pair as
with
current_form as (select * from m_form where usage = 'current'),
stated as (  -- a register or master states the other's name
    select l.company_id as a, r.company_id as b, case l.usage when 'former' then 'former_name' else 'other_name' end as how,
        l.name as a_name, r.name as b_name
    from m_form as l
    join current_form as r on l.name_key = r.name_key or l.core_key = r.core_key
    where l.usage <> 'current'
),
same as (  -- one name that could not be joined without doubt
    select l.company_id, r.company_id, 'same_name', l.name, r.name
    from current_form as l join current_form as r using (name_key)
),
branch as (
    select l.company_id, r.company_id, 'branch', l.name, r.name
    from current_form as l join current_form as r on l.branch_of = r.core_key
),
parts as (  -- the same trade name, and no other region
    select l.company_id, r.company_id, 'parts', l.name, r.name
    from current_form as l
    join current_form as r using (brand)
    join m_brand as b using (brand)
    where length(brand) >= 2 and l.company_id <> r.company_id and (l.uscc is null or r.uscc is null)
        -- the most that the parts can be worth reaches tier C
        and -log2((greatest(b.companies - 2, 0) + $brand_pseudo * power(2.0, -$brand_bits)) / ($companies + $brand_pseudo))
            + case when l.region_code is null or r.region_code is null then $region_absent else $region_agrees end
            + case
                when l.trade is not distinct from r.trade then $trade_agrees
                when l.trade is null or r.trade is null then $trade_absent
                when contains(l.trade, r.trade) or contains(r.trade, l.trade) then $trade_contains
                else $trade_typo
            end >= $needed
        and l.branch_of is null and r.branch_of is null
        and (l.region_code is null or r.region_code is null
            or starts_with(l.region_code, r.region_code) or starts_with(r.region_code, l.region_code))
),
brand_key as (  -- the trade name without one of its characters
    select company_id, name, region_code, trade, uscc, core_key, i, left(brand, i) || substr(brand, i + 2) as shortened
    from current_form, range(0, length(brand)) as t(i)
    where length(brand) >= 3 and branch_of is null
),
typo as (
    select l.company_id, r.company_id, 'typo', l.name, r.name
    from brand_key as l
    join brand_key as r
        on l.shortened = r.shortened and l.region_code is not distinct from r.region_code and l.trade is not distinct from r.trade
    where l.core_key <> r.core_key and length(l.shortened) >= 2
),
short as (
    select s.company_id, b.company_id, 'short', s.name, b.name
    from m_short as s join m_begins as b using (short)
    where length(s.short) >= 2
),
every as (
    select * from stated union all select * from same union all select * from branch union all select * from parts
    union all select * from typo union all select * from short
)
select least(a, b) as left_id, greatest(a, b) as right_id, how,
    -- the name that is the left company's
    case when a < b then a_name else b_name end as left_name, case when a < b then b_name else a_name end as right_name
from every
join company as x on x.company_id = a
join company as y on y.company_id = b
where a <> b and (how = 'branch' or x.uscc is null or y.uscc is null)
group by all;
