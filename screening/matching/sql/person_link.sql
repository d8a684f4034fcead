-- in:    m_link(w, m, bits, score, tier, evidence), m_watched, m_mention
-- out:   person_link (internal.py)
-- grain: one watched person found behind one mention
insert into person_link by name
select w.watched_id, m.table_name, m.record_id, m."row", m.role, m.company_id, m.name as mention_name,
    l.bits, l.score, l.tier, l.evidence
from m_link as l
join m_watched as w using (w)
join m_mention as m using (m);
