-- in:    m_link(w, m, bits, score, tier, evidence), m_watched, m_watched_key, m_mention, m_shown_number
-- out:   person_link (internal.py)
-- grain: one watched person found behind one mention
insert into person_link by name
select w.watched_id, m.table_name, m.record_id, m."row", m.role, m.company_id, m.name as mention_name,
    m.name_key as mention_key, m_shown_number(m.number) as mention_number, k.watched_key,
    l.bits, l.score, l.tier, l.evidence
from m_link as l
join m_watched as w using (w)
join m_watched_key as k using (w)
join m_mention as m using (m);
