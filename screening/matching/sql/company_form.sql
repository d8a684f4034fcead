-- in:    m_spelt, m_own, m_place, m_met, dictionary company_name, company, company_mention
-- out:   m_may_meet(l, r), a macro
--        m_fact(company, live, coded, names): of each company
--        m_form:  one name of one company (a number), with its parts; live = the company can matter to somebody (below)
--        m_brand(brand, companies, rarity): how many companies bear a trade name, and the most bits that it can be worth
-- grain: (company, usage, name_key); f numbers them and serves joins only, n is the rowid of the name in the dictionary
-- A company matters if a master, a related party, a declaration or another table about people's business names it, or if it
-- holds shares of anything (only so can it stand above a counterparty). Of two companies that may be one, one has to matter.
create or replace temp macro m_may_meet(l, r) as  -- whether regions may be one, or one lie in the other; 江北区 alone may be in 宁波 or in 重庆
    l is null or r is null or starts_with(l, r) or starts_with(r, l)
    or (contains(l, '|') or contains(r, '|')) and len(list_filter(string_split(l, '|'), lambda a:
        len(list_filter(string_split(r, '|'), lambda b: starts_with(a, b) or starts_with(b, a))) > 0)) > 0;

create or replace temp table m_called as
with called as (
    select company, n, kind, live, code is not null as coded from m_spelt where not alone and (not generic or unowned)
    union all
    select company, n, kind, live, code is not null from m_own
)
-- min(kind): 柳工, taken for a person's name where it stands alone, is a company where one place knows better
select company, n, min(kind) as kind, bool_or(live) as live, bool_or(coded) as coded from called group by company, n;

create or replace temp table m_fact as
select company, bool_or(live) as live, bool_or(coded) as coded, count(*) as names from m_called group by company;

create or replace temp table m_form_row as
with
said as (  -- what is not the only name of its company
    select company, n, 'current' as usage, kind from m_called semi join (select company from m_fact where names > 1) using (company)
    union all
    select m_number_of(a.company_id), x.rowid, p.usage,
        min(case when x.kind = 'person' and p.told and o.kind <> 'person' then 'company' else x.kind end)
    from (select * from m_place where usage <> 'current') as p
    join company_mention as a on a.table_name = p.table_name and a.record_id = p.record_id and a.column_name = 'name'
    join company as o on o.company_id = a.company_id
    join company_name as x on x.value = p.name
    group by a.company_id, x.rowid, p.usage
),
known as (
    -- most companies have one name
    select company, n, 'current' as usage, kind, live, coded from m_called semi join (select company from m_fact where names = 1) using (company)
    union all
    select s.company, s.n, s.usage, 'company', c.live, c.coded
    from (
        select s.company, arg_min(s.n, x.value) as n, s.usage
        from said as s join company_name as x on x.rowid = s.n
        where coalesce(s.kind, '') not in ('person', 'state', 'custodian', 'public_body')
        group by s.company, s.usage, x.name_key
    ) as s
    join m_fact as c using (company)
)
select k.company, k.n, k.usage, x.name_key, x.core_key, x.region, x.region_code,
    case when x.kind = 'person' then x.core_key else x.brand end as brand, x.trade,
    -- 美的集团 is short for 美的集团股份有限公司
    nullif(x.legal_form, 'group') as legal_form, x.branch_of,
    strlen(x.name_key) = length(x.name_key) as is_latin,  -- a byte for each letter
    k.coded, k.live
from known as k
join company_name as x on x.rowid = k.n
where x.name_key is not null and coalesce(k.kind, '') not in ('person', 'state', 'custodian', 'public_body')
    -- 甲公司员工持股计划, 甲公司回购专户: named after a company, and not that company
    and (x.legal_form is not null or not regexp_matches(x.name_key, '公司.|专户|账户|帐户|计划$|信托|基金'));

create or replace temp view m_form as select rowid as f, * from m_form_row;

create or replace temp table m_brand as
with borne as (
    select brand, count(distinct company) as companies
    from m_form where brand is not null and usage = 'current' and not is_latin
    group by brand
)
select brand, companies,
    -log2((greatest(companies - 2, 0) + $brand_pseudo * power(2.0, -(case length(brand) when 2 then $bits_2 when 3 then $bits_3 else $bits_4 end)))
        / ($companies + $brand_pseudo)) as rarity
from borne;
