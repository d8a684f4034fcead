-- in:    m_against(w, m, tier, feature, left_value, right_value), m_watched, watched, m_mention, m_officer_row, m_identity, std_officers, m_shown_number
-- out:   match_contradiction (internal.py)
-- grain: one feature of one pair of records; of officers kept apart the first row of each part beside the first of all
insert into match_contradiction by name
select 'link' as kind, w.officer_id, w.related_id, a.feature,
    w.table_name as left_table, w.record_id as left_record, w."row" as left_row, a.left_value,
    m.table_name as right_table, m.record_id as right_record, m."row" as right_row, a.right_value, a.tier
from m_against as a
join m_watched as i using (w)
join watched as w using (watched_id)
join m_mention as m using (m);

insert into match_contradiction by name
with
part as (
    select i.officer_id, split_part(i.watched_id, '@', 1) as part, min(r.record_id) as record_id
    from m_identity as i join m_officer_row as r using (record_id)
    where i.watched_kind = 'officer'
    group by all
),
first as (select officer_id, min(record_id) as record_id from part group by officer_id having count(distinct part) > 1),
paired as (
    select f.officer_id, f.record_id as left_record, p.record_id as right_record
    from first as f join part as p using (officer_id)
    where p.record_id <> f.record_id
),
said as (
    select p.*, unnest([
        struct_pack(feature := 'name', differs := l.name_key is distinct from r.name_key, left_value := l.name, right_value := r.name),
        struct_pack(feature := 'id_number', differs := l.scheme = r.scheme and l.norm <> r.norm,
            left_value := m_shown_number(l.norm), right_value := m_shown_number(r.norm))
    ]) as x
    from paired as p
    join m_officer_row as l on l.record_id = p.left_record
    join m_officer_row as r on r.record_id = p.right_record
)
select 'kept_apart' as kind, s.officer_id, s.x.feature as feature,
    'officers' as left_table, s.left_record, l."row" as left_row, s.x.left_value as left_value,
    'officers' as right_table, s.right_record, r."row" as right_row, s.x.right_value as right_value
from said as s
join std_officers as l on l.record_id = s.left_record
join std_officers as r on r.record_id = s.right_record
where s.x.differs;
