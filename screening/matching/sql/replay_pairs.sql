-- in:    m_watched_shows, m_watched_name, m_mention_group
-- out:   m_day: the days of birth that the search looks for, as reach.sql has them at night
--        m_every_pair(w, m): whoever of the question's identities could be whoever of its mentions
-- grain: as said
create or replace temp table m_day as
select s.w, s.day, n.name_key, n.script, n.reading_keys from m_watched_shows as s left join m_watched_name as n using (w) where s.is_exact;

create or replace temp table m_every_pair as
select s.w, g.m from m_watched_shows as s join m_mention_group as g using (group_id);
