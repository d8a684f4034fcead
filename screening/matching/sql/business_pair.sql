-- in:    m_business, m_business_code, m_entity_line, m_entity_code, m_line_hit, m_code_hit, m_business_bits(word, bits, wide), m_own_company,
--        m_scope_line, m_industry
--        $least: bits below which nothing can be in the same line; $least_class: the same of a class alone
-- out:   m_business_pair(group_id, entity_id, company_id, lines, codes, tells): an entity and a company that may share a line
-- grain: one pair
create or replace temp table m_business_pair as
with shared as (
    select e.group_id, e.entity_id, h.company_id, w.bits, w.wide, false as is_code, e.line
    from m_entity_line as e
    join m_line_hit as h using (line)
    join m_business_bits as w on w.word = e.line
    union all
    -- the longest beginning alone counts
    select e.group_id, e.entity_id, h.company_id, max(w.bits) as bits, false as wide, true as is_code, null as line
    from m_entity_code as e
    join m_code_hit as h on starts_with(e.digits, h.code)
    join m_business_bits as w on w.word = h.code
    group by all
),
enough as (
    select group_id, entity_id, company_id, coalesce(list(line order by line) filter (where not is_code), []) as lines
    from shared
    group by group_id, entity_id, company_id
    having coalesce(sum(bits) filter (where not wide), 0)
        + coalesce(max(bits) filter (where wide), 0) * bool_or(is_code)::int >= $least
        or max(bits) filter (where is_code) >= $least_class
),
digits as (
    select company_id, list(distinct digits order by digits) as codes from m_business_code join m_industry using (code) group by company_id
),
telling as (select distinct scope from m_scope_line where tells)
select e.*, coalesce(i.codes, []) as codes, t.scope is not null as tells
from enough as e
join m_business as b using (company_id)
left join digits as i using (company_id)
left join telling as t using (scope)
anti join m_own_company as o on o.group_id = e.group_id and o.company_id = e.company_id;
