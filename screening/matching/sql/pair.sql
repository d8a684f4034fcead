-- in:    m_found, m_namesake, m_needed(group_id, watched_kind, role, can_check, bits)
-- out:   m_pair(w, m): the pairs to compare
-- grain: distinct pairs
create or replace temp table m_pair as
select w, m from m_found
union
select n.w, n.m
from m_namesake as n join m_needed as k using (group_id, watched_kind, role, can_check)
where n.name_bits + n.slack >= k.bits;
