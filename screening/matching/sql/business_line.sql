-- in:    m_business, m_business_code, m_entity_code, m_scope_line(scope, line, tells), m_industry(code, digits)
-- out:   m_line_hit(company_id, line): companies whose scope names a line of the group
--        m_code_hit(company_id, code): companies whose industry code begins with a division, group or class of an entity
-- grain: distinct pairs
create or replace temp table m_line_hit as
select distinct b.company_id, l.line from m_business as b join m_scope_line as l using (scope) where l.line is not null;

create or replace temp table m_code_hit as
with ours as (select distinct left(digits, n) as code from m_entity_code, range(2, 5) as size(n) where length(digits) >= n)
select distinct b.company_id, o.code
from m_business_code as b
join m_industry as i using (code)
join ours as o on starts_with(i.digits, o.code);
