-- in:    m_business, m_entity_line, m_entity_code, m_line_hit, m_code_hit, m_business_bits(word, bits, wide), m_own_company
--        $least: bits below which nothing can be in the same line; $least_class: the same of a class alone
-- out:   m_business_pair(group_id, entity_id, company_id, scope, code): an entity and a company that may share a line
-- grain: one pair; a superset, for a line is told from its characters only here
create or replace temp table m_business_pair as
with shared as (
    select e.group_id, e.entity_id, h.company_id, w.bits, w.wide, false as is_code
    from m_entity_line as e
    join m_line_hit as h using (line)
    join m_business_bits as w on w.word = e.line
    union all
    -- the longest beginning alone counts
    select e.group_id, e.entity_id, h.company_id, max(w.bits) as bits, false as wide, true as is_code
    from m_entity_code as e
    join m_code_hit as h on starts_with(e.digits, h.code)
    join m_business_bits as w on w.word = h.code
    group by all
),
enough as (
    select group_id, entity_id, company_id
    from shared
    group by all
    having coalesce(sum(bits) filter (where not wide), 0)
        + coalesce(max(bits) filter (where wide), 0) * bool_or(is_code)::int >= $least
        or max(bits) filter (where is_code) >= $least_class
)
select e.*, b.scope, b.code
from enough as e
join m_business as b using (company_id)
anti join m_own_company as o on o.group_id = e.group_id and o.company_id = e.company_id;
