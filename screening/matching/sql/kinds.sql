-- in:    m_watched_shows, m_mention, m_mention_group
-- out:   m_kind(group_id, watched_kind, role, can_check, considered, watched, in_group)
-- grain: one kind of pairs; can_check: both records show a number, or both a birth date
create or replace temp table m_kind as
with
w as (select group_id, watched_kind, number, birth, count(*) as watched from m_watched_shows group by all),
m as (
    select g.group_id, m.role, m.number is not null as number, m.birth_lo is not null or m.id_birth is not null as birth,
        count(*) as mentions
    from m_mention as m join m_mention_group as g using (m)
    group by all
),
size as (
    select group_id, watched_kind, role, w.number and m.number or w.birth and m.birth as can_check,
        sum(w.watched * m.mentions) as considered
    from w join m using (group_id)
    group by all
),
side as (select group_id, watched_kind, sum(watched) as watched from w group by all)
select s.*, side.watched, sum(s.considered) over (partition by s.group_id) as in_group
from size as s join side using (group_id, watched_kind);
