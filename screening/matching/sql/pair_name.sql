-- in:    m_pair(w, m), m_watched_name, m_mention, m_bearer(name_key, bits)
-- out:   m_name_pair: the distinct pairs of written names that are not simply equal, for the comparator
--        (m_name_verdict is put by it)
-- grain: (left_value, right_value)
create or replace temp table m_name_pair as
select distinct n.value as left_value, n.name_key as left_key, n.reading_keys as left_readings, n.script as left_script, n.bits as left_bits,
    m.name as right_value, m.name_key as right_key, m.reading_keys as right_readings, m.script as right_script, m.bits as right_bits
from m_pair as p
join m_watched_name as n using (w)
join m_mention as m using (m)
where m.name_key is not null and (n.name_key <> m.name_key or m.script = 'masked')
order by left_value, right_value;
