-- in:    m_company_pair, m_form, m_brand, company
-- out:   m_company_comparison: the parts of the two names of each pair
-- grain: as m_company_pair
create or replace temp table m_company_comparison as
select p.left_id, p.right_id, p.how, p.left_name, p.right_name,
    coalesce(s.short, '') as short, coalesce(sb.companies, b.companies, 1) as companies,
    l.core_key as left_core, r.core_key as right_core, l.brand as left_brand, r.brand as right_brand,
    l.region_code as left_region, r.region_code as right_region, l.trade as left_trade, r.trade as right_trade,
    l.legal_form as left_form, r.legal_form as right_form
from m_company_pair as p
join (select distinct on (company_id, name) * from m_form order by company_id, name, usage) as l
    on l.company_id = p.left_id and l.name = p.left_name
join (select distinct on (company_id, name) * from m_form order by company_id, name, usage) as r
    on r.company_id = p.right_id and r.name = p.right_name
left join m_brand as b on b.brand = least(l.brand, r.brand)
left join m_short as s
    on p.how = 'short' and (s.company_id = p.left_id and s.name = p.left_name or s.company_id = p.right_id and s.name = p.right_name)
left join m_short_bearer as sb on sb.short = s.short
order by p.left_id, p.right_id, p.how, p.left_name, p.right_name;
