-- in:    m_scope(scope, folded), m_entity_line
-- out:   m_scope_hit(scope, lines): lines of the group whose characters stand in a scope; a superset of those that it names
-- grain: one scope as written
create or replace temp table m_scope_hit as
select s.scope, coalesce(list(l.line order by l.line) filter (where l.line is not null), []) as lines
from m_scope as s
left join (select distinct line from m_entity_line) as l on contains(s.folded, l.line)
group by s.scope;
