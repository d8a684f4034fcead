-- in:    m_watched, m_watched_number, m_watched_fact: at night after `shows`, later after `replay`
-- out:   m_watched_shows(w, group_id, watched_kind, number, birth, is_exact, day): what could be compared of a watched person beyond the name
-- grain: one watched person
create or replace temp table m_watched_shows as
with number as (select w, min(id_birth) as birth from m_watched_number group by w)
select w.w, w.group_id, w.watched_kind, i.w is not null as number, coalesce(f.birth_lo, i.birth) is not null as birth,
    -- a stated year is compared as such, even where the number would tell the day
    coalesce(f.birth_lo, i.birth) = coalesce(f.birth_hi, i.birth) as is_exact, coalesce(f.birth_lo, i.birth) as day
from m_watched as w
left join number as i using (w)
left join m_watched_fact as f using (w)
where w.watched_kind <> 'related_organisation';
