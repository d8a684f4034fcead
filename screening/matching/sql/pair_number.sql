-- in:    m_pair(w, m), m_watched_number, m_mention
-- out:   m_number_pair: distinct pairs of canonical numbers to compare
-- grain: (left_number, right_number); only numbers of one length, and of one scheme where both are known
create or replace temp table m_number_pair as
select distinct n.number as left_number, m.number as right_number,
    n.scheme = 'resident_id' or m.scheme = 'resident_id' as is_resident,
    coalesce(n.is_valid, false) and coalesce(m.is_valid, false) as is_valid
from m_pair as p
join m_watched_number as n using (w)
join m_mention as m using (m)
where m.number is not null and length(n.number) = length(m.number)
    and (n.scheme = m.scheme or 'unknown' in (n.scheme, m.scheme))
order by left_number, right_number;
