-- in:    m_watched_value, m_attribute, m_payee, m_crowd, m_watched, party, m_party_record
-- out:   m_attribute_pair: one value shared by a watched identity and one counterparty of its group
-- grain: (watched, party, attribute, value); the counterparty's side is its first record by record_id
create or replace temp table m_attribute_pair as
with
own as (  -- what the counterparty's own master records say
    select p.party_table, p.group_id, p.party_id, a.feature as attribute, a.feature, a.value, a.table_name, a.record_id, a."row", a.written
    from m_attribute as a
    join m_party_record as r on r.record_id = a.record_id and r.party_table = a.table_name
    join party as p using (party_table, group_id, party_id)
    where p.excluded_as is null
),
registered as (  -- what the registry says of its company
    select p.party_table, p.group_id, p.party_id, a.feature as attribute, a.feature, a.value, a.table_name, a.record_id, a."row", a.written
    from m_attribute as a
    join party as p using (company_id)
    where a.table_name in ('registry_companies', 'appointments') and p.excluded_as is null
),
paid as (
    select p.party_table, p.group_id, p.party_id, 'payee_account' as attribute, 'bank_account' as feature, y.value,
        'transactions' as table_name, y.record_id, y."row", y.written
    from m_payee as y join party as p using (party_table, group_id, party_id)
    where p.excluded_as is null
),
side as (select * from own union all select * from registered union all select * from paid)
select w.watched_id, s.party_table, s.group_id, s.party_id, s.attribute, s.feature, s.value, c.crowd,
    coalesce(bool_or(p.kind = 'mobile'), false) as is_mobile,
    min(v.written) as left_written,
    arg_min(s.written, (s.table_name in ('registry_companies', 'appointments'), s.record_id)) as right_written,
    arg_min(s.table_name, (s.table_name in ('registry_companies', 'appointments'), s.record_id)) as table_name,
    arg_min(s.record_id, (s.table_name in ('registry_companies', 'appointments'), s.record_id)) as record_id,
    arg_min(s."row", (s.table_name in ('registry_companies', 'appointments'), s.record_id)) as "row"
from m_watched_value as v
join m_watched as w using (w)
join side as s on s.feature = v.feature and s.value = v.value and s.group_id = w.group_id
join m_crowd as c on c.feature = v.feature and c.value = v.value
left join phone as p on s.feature = 'phone' and p.value = v.written
group by all
;
