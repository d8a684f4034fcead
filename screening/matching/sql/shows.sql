-- in:    m_watched, m_watched_name, m_watched_number, m_watched_fact, m_mention
-- out:   m_watched_shows(w, group_id, watched_kind, number, birth): what could be compared of a watched person beyond the name
--        numbers that stand under more than $crowd names are taken out of both sides: they are fillers, nobody's
-- grain: one watched person
create or replace temp table m_filler_number as
select number from (
    select number, name_key from m_mention where is_full and number is not null
    union
    select i.number, n.name_key from m_watched_number as i join m_watched_name as n using (w) where i.is_full
)
group by number
having count(distinct name_key) > $crowd;

delete from m_watched_number where number in (select number from m_filler_number);
update m_mention set number = null, id_birth = null, gender = null where number in (select number from m_filler_number);

create or replace temp table m_watched_shows as
select w.w, w.group_id, w.watched_kind, bool_or(i.number is not null) as number,
    bool_or(f.birth_lo is not null or i.id_birth is not null) as birth
from m_watched as w
left join m_watched_number as i using (w)
left join m_watched_fact as f using (w)
where w.watched_kind <> 'related_organisation'
group by w.w, w.group_id, w.watched_kind;
