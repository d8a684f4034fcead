-- in:    m_spelt, m_own, m_place, m_name, company, company_mention, m_region(region, code)
-- out:   m_form:  one name of one company, with its parts; live = the company can matter to somebody (below)
--        m_brand(brand, companies): how many companies bear a trade name
-- grain: (company_id, usage, name_key); f numbers them and serves joins only
-- A company matters if a master, a related party, a declaration or another table about people's business names it, or if it
-- holds shares of anything (only so can it stand above a counterparty). Of two companies that may be one, one has to matter.
create or replace temp table m_called as
with called as (
    select company_id, n, kind, live, code is not null as coded from m_spelt where not alone and (not generic or unowned)
    union all
    select company_id, n, kind, live, code is not null from m_own
)
-- min(kind): 柳工, taken for a person's name where it stands alone, is a company where one place knows better
select company_id, n, min(kind) as kind, bool_or(live) as live, bool_or(coded) as coded from called group by company_id, n;

create or replace temp table m_form as
with
fact as (select company_id, bool_or(live) as live, bool_or(coded) as coded from m_called group by company_id),
said as (
    select company_id, n, 'current' as usage, kind from m_called
    union all
    select a.company_id, p.n, p.usage, min(case when x.kind = 'person' and p.told and o.kind <> 'person' then 'company' else x.kind end)
    from (select * from m_place where usage <> 'current') as p
    join company_mention as a on a.table_name = p.table_name and a.record_id = p.record_id and a.column_name = 'name'
    join company as o on o.company_id = a.company_id
    join m_name as x on x.n = p.n
    group by a.company_id, p.n, p.usage
),
known as (
    select s.company_id, s.usage, n.name_key, arg_min(n.n, n.name) as n
    from said as s join m_name as n using (n)
    where n.name_key is not null and coalesce(s.kind, '') not in ('person', 'state', 'custodian', 'public_body')
        -- 甲公司员工持股计划, 甲公司回购专户: named after a company, and not that company
        and (n.legal_form is not null or not regexp_matches(n.name_key, '公司.|专户|账户|帐户|计划$|信托|基金'))
    group by s.company_id, s.usage, n.name_key
)
select row_number() over () as f, k.company_id, n.name, k.usage, n.name_key, n.core_key, n.region, r.code as region_code,
    case when n.kind = 'person' then n.core_key else n.brand end as brand, n.trade,
    -- 美的集团 is short for 美的集团股份有限公司
    nullif(n.legal_form, 'group') as legal_form, n.branch_of, n.sounds,
    regexp_full_match(n.name_key, '[ -~]*') as is_latin, c.coded, c.live
from known as k
join m_name as n using (n)
join fact as c on c.company_id = k.company_id
left join m_region as r on r.region = n.region;

create or replace temp table m_brand as
select brand, count(distinct company_id) as companies
from m_form where brand is not null and usage = 'current' and not is_latin
group by brand;
