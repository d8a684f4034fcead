-- in:    m_watched_value, m_attribute, m_payee, m_crowd, m_watched, party, m_party_record
-- out:   m_attribute_pair: the least crowded value of each kind that a watched identity shares with a counterparty of its group
--        m_attribute_crowd(pairs): how many values are shared with one counterparty, but borne by more than $crowd
-- grain: (watched, party, attribute); the counterparty's side is its first record by record_id
create or replace temp table m_attribute_side as
with
open as (select party_table, group_id, party_id, company_id from party where excluded_as is null),
own as (  -- what the counterparty's own master records say
    select p.party_table, p.group_id, p.party_id, a.feature as attribute, a.feature, a.value, a.table_name, a.record_id, a."row", a.written
    from m_attribute as a
    join m_party_record as r on r.record_id = a.record_id and r.party_table = a.table_name
    join open as p using (party_table, group_id, party_id)
),
registered as (  -- what the registry says of its company
    select p.party_table, p.group_id, p.party_id, a.feature as attribute, a.feature, a.value, a.table_name, a.record_id, a."row", a.written
    from m_attribute as a
    join open as p using (company_id)
    where a.table_name in ('registry_companies', 'appointments')
),
paid as (
    select p.party_table, p.group_id, p.party_id, 'payee_account' as attribute, 'bank_account' as feature, y.value,
        'transactions' as table_name, y.record_id, y."row", y.written
    from m_payee as y join open as p using (party_table, group_id, party_id)
)
select * from own union all select * from registered union all select * from paid;

create or replace temp table m_attribute_crowd as
with
crowded as (select feature, value from m_crowd where crowd > $crowd),
l as (
    select group_id, feature, value, count(distinct w) as watched
    from m_watched_value join crowded using (feature, value) join m_watched using (w)
    group by all
),
r as (
    select group_id, feature, value, count(distinct (party_table, party_id, attribute)) as parties
    from m_attribute_side join crowded using (feature, value)
    group by all
)
select coalesce(sum(watched * parties), 0) as pairs from l join r using (group_id, feature, value);

create or replace temp table m_attribute_pair as
with
shared as (
    select w.watched_id, s.party_table, s.group_id, s.party_id, s.attribute, s.feature, s.value, c.crowd,
        coalesce(bool_or(p.kind = 'mobile'), false) as is_mobile,
        min(v.written) as left_written,
        -- its own records before the registry's
        arg_min(struct_pack(written := s.written, table_name := s.table_name, record_id := s.record_id, "row" := s."row"),
            (s.table_name in ('registry_companies', 'appointments'), s.record_id, s.written)) as side
    from m_watched_value as v
    join m_watched as w using (w)
    join m_attribute_side as s on s.feature = v.feature and s.value = v.value and s.group_id = w.group_id
    join m_crowd as c on c.feature = v.feature and c.value = v.value and c.crowd <= $crowd
    left join phone as p on s.feature = 'phone' and p.value = v.written
    group by all
),
best as (
    select arg_min(shared, (crowd, value)) as s from shared group by watched_id, party_table, group_id, party_id, attribute
)
select s.watched_id, s.party_table, s.group_id, s.party_id, s.attribute, s.feature, s.value, s.crowd, s.is_mobile, s.left_written,
    s.side.written as right_written, s.side.table_name as table_name, s.side.record_id as record_id, s.side."row" as "row"
from best;
