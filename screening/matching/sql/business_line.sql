-- in:    m_business, m_entity_line, m_entity_code, m_scope(scope, folded), m_industry(code, digits)
-- out:   m_line_hit(company_id, line): companies whose scope holds the characters of a line of the group; a superset of those that
--        have the line
--        m_code_hit(company_id, code): companies whose industry code begins with a division, group or class of an entity
-- grain: distinct pairs
create or replace temp table m_line_hit as
with hit as (
    select s.scope, l.line
    from m_scope as s
    join (select distinct line from m_entity_line) as l on contains(s.folded, l.line)
)
select distinct b.company_id, h.line from m_business as b join hit as h using (scope);

create or replace temp table m_code_hit as
with ours as (select distinct left(digits, n) as code from m_entity_code, range(2, 5) as size(n) where length(digits) >= n)
select distinct b.company_id, o.code
from m_business as b
join m_industry as i using (code)
join ours as o on starts_with(i.digits, o.code);
