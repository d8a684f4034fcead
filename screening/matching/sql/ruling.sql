-- in:    identity_ruling, m_watched, m_watched_name, m_watched_number, m_watched_fact, m_mention, m_mention_group
-- out:   m_watched_key(w, watched_key): who a watched identity is, by what its records say
--        m_ruling(w, m, verdict): the pairs that an auditor has ruled on
--        m_pair: with the pairs ruled to be one person, for no search key need find them
-- grain: one pair. A ruling names neither rows nor record ids: it speaks of these facts, wherever they stand today, and lapses
-- when one of them changes. Of two rulings on one pair the acquitting one counts.
create or replace temp macro m_shown_number(number) as
    case
        when length(number) >= 12 then left(number, 4) || repeat('*', length(number) - 8) || right(number, 4)
        when length(number) >= 6 then left(number, 2) || repeat('*', length(number) - 4) || right(number, 2)
        else repeat('*', length(number))
    end;

create or replace temp table m_watched_key as
with
named as (select w, string_agg(distinct name_key, '|' order by name_key) as names from m_watched_name group by w),
numbered as (
    select w, string_agg(distinct m_shown_number(number), '|' order by m_shown_number(number)) as numbers
    from m_watched_number
    where is_full
    group by w
)
select w, left(sha256(concat_ws(chr(31),
    m.watched_kind, m.officer_id, coalesce(n.names, ''), coalesce(i.numbers, ''), coalesce(year(f.birth_lo)::varchar, ''))), 16) as watched_key
from m_watched as m
left join named as n using (w)
left join numbered as i using (w)
left join m_watched_fact as f using (w)
where m.watched_kind <> 'related_organisation';

create or replace temp table m_ruling as
select k.w, m.m, min(r.verdict) as verdict
from identity_ruling as r
join m_watched as w using (officer_id)
join m_watched_key as k on k.w = w.w and k.watched_key = r.watched_key
join m_mention as m
    on m.table_name = r.table_name and m.company_id = r.company_id and m.name_key is not distinct from r.mention_key
    and m_shown_number(m.number) is not distinct from r.mention_number
join m_mention_group as g on g.m = m.m and g.group_id = w.group_id
where r.subject = 'person' and r.verdict in ('same', 'not_same')
group by k.w, m.m;

insert into m_pair select w, m from m_ruling where verdict = 'same' except select w, m from m_pair;
