-- Reports that name a covered person; their text was left behind in staging.
-- in:  in_tips, in_officers, company_mention, company, person_name, rel_officer, rel_party, rel_reach, rel_name_key, rel_own_company,
--      party, company_name
-- out: rel_tip  one (report, officer of a group, counterparty it means); party_table null where the counterparty is in no master,
--               party_id null where none is named. `by_name`: the person is told by his name alone, which one officer bears
create or replace temp table rel_tip_officer as
with officer_name as (
    select distinct o.officer_id, n.name_key
    from (select officer_id, name from in_officers union select officer_id, unnest(other_names) from in_officers) o
    join person_name n on n.value = o.name
    where n.name_key is not null and not contains(n.name_key, '*')
),
alone as (select name_key, min(officer_id) as officer_id from officer_name group by all having count(distinct officer_id) = 1)
select t.record_id, t.officer_id, false as by_name from in_tips t where t.officer_id is not null
union all
select t.record_id, a.officer_id, true
from in_tips t
join person_name n on n.value = t.subject_name
join alone a using (name_key)
where t.officer_id is null;

create or replace temp table rel_tip_said as
select t.record_id, t.row, t.tip_id, t.received_on, t.received_on_hi, t.category, t.counterparty_name, f.by_name,
    o.group_id, o.officer_id, o.name as officer_name
from in_tips t
join rel_tip_officer f using (record_id)
join rel_officer o on o.officer_id = f.officer_id;

create or replace temp table rel_tip_party as
select t.record_id, t.group_id, p.party_table, p.party_id, p.name as party_name
from rel_tip_said t
join company_mention m on m.table_name = 'tips' and m.record_id = t.record_id and m.column_name = 'counterparty_name'
join rel_reach r on r.company_id = m.company_id and r.group_id = t.group_id and (r.same_tier is null or r.same_tier in ('A', 'B'))
join rel_party p on p.party_table = r.party_table and p.group_id = r.group_id and p.party_id = r.party_id
union
select t.record_id, t.group_id, p.party_table, p.party_id, p.name
from rel_tip_said t
join rel_name_key k on k.value = t.counterparty_name
join rel_name_key l using (key)
join rel_party p on p.name = l.value and p.group_id = t.group_id;

create or replace temp table rel_tip_elsewhere as
-- named, and in no master of the group: neither a company of the group nor a record that is no counterparty
select t.record_id, t.group_id, coalesce(min(c.name), t.counterparty_name) as party_name, min(c.company_id) as company_id
from rel_tip_said t
left join company_mention m on m.table_name = 'tips' and m.record_id = t.record_id and m.column_name = 'counterparty_name'
left join company c on c.company_id = m.company_id
where t.counterparty_name is not null
    and (t.record_id, t.group_id) not in (select (record_id, group_id) from rel_tip_party)
    and not exists (from rel_own_company g where g.group_id = t.group_id and g.company_id = m.company_id)
    and not exists (from party p where p.group_id = t.group_id and p.excluded_as is not null
        and (p.company_id = m.company_id or p.name = t.counterparty_name))
group by t.record_id, t.group_id, t.counterparty_name;

create or replace temp table rel_tip as
select t.*, p.party_table, p.party_id, p.party_name, null::varchar as company_id
from rel_tip_said t join rel_tip_party p using (record_id, group_id)
union all by name
select t.*, e.party_name, e.company_id from rel_tip_said t join rel_tip_elsewhere e using (record_id, group_id)
union all by name
select t.* from rel_tip_said t
where t.category = 'resources'
    and (t.record_id, t.group_id) not in (select (record_id, group_id) from rel_tip_party)
    and (t.record_id, t.group_id) not in (select (record_id, group_id) from rel_tip_elsewhere);
