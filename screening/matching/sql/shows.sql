-- in:    m_said, m_number, m_watched_name, m_watched_number, dictionary person_name
-- out:   m_borne_number(number, name_key): full numbers and the names beside them, both sides
--        numbers that stand under more than $crowd names are taken out of both sides: they are fillers, nobody's
-- grain: as said
create or replace temp table m_borne_number as
with
said as materialized (
    select distinct i.number, s.name from m_said as s join m_number as i on i.value = s.id_written where i.is_full
),
called as materialized (select value, name_key from person_name where value in (select name from said))
select distinct s.number, p.name_key from said as s left join called as p on p.value = s.name
union
select i.number, n.name_key from m_watched_number as i join m_watched_name as n using (w) where i.is_full;

create or replace temp table m_filler_number as
select number from m_borne_number group by number having count(distinct name_key) > $crowd;

delete from m_watched_number where number in (select number from m_filler_number);
delete from m_number where number in (select number from m_filler_number);
delete from m_borne_number where number in (select number from m_filler_number);
