-- in:    m_strong(w, m), m_mention, m_mention_group, m_watched
-- out:   m_lent(w, lender, m, said): a mention that may borrow, and the namesake in its company that is linked already
--        m_pair(w, m): the same pairs, to be compared
-- grain: (w, lender, m)
create or replace temp table m_lent as
select s.w, s.m as lender, n.m, l.table_name || '.' || l.role as said
from m_strong as s
join m_watched as w using (w)
join m_mention as l using (m)
join m_mention as n on n.company_id = l.company_id and n.name_key = l.name_key and n.m <> l.m
join m_mention_group as g on g.m = n.m and g.group_id = w.group_id;

create or replace temp table m_pair as select distinct w, m from m_lent;
