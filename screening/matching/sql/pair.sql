-- in:    m_found, m_namesake, m_needed
-- out:   m_pair(w, m): the pairs to compare
-- grain: distinct pairs
create or replace temp table m_pair as
select w, m from m_found
union
select n.w, n.m
from m_namesake as n join m_needed as k using (group_id, watched_kind, role, can_check)
where n.name_bits >= k.bare_bits or n.more > 0 and n.name_bits + n.more >= k.bits;
