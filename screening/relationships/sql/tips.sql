-- Reports that name a covered person; their text was left behind in staging.
-- in:  in_tips, in_officers, identifier, business_watch, rel_link, company_mention, company, person_name, rel_officer, rel_party, rel_reach, rel_name_key, rel_own_company,
--      party, company_name
-- out: rel_tip  one (report, officer of a group, counterparty it means); party_table null where the counterparty is in no master,
--               party_id null where none is named. `by_name`: the person is told by his name alone, which one officer bears;
--               of several, and against one, a number beside the name decides
-- A resident number that stands beside the name, in full or masked: what is shown before and behind the mask. Phones are none.
create or replace temp table rel_tip_number as
with said as (
    select record_id, upper(regexp_extract(translate(subject_name, '＊ｘＸ', '*XX'), '[0-9][0-9*xX]{6,16}[0-9xX]')) as number
    from in_tips
    where officer_id is null and subject_name is not null
)
select record_id, regexp_extract(number, '^[0-9]+') as head,
    case when regexp_matches(number, '[*X].*[0-9]') then regexp_extract(number, '[0-9]+X?$') else number end as tail
from said
where number <> '' and (length(number) in (15, 18) or contains(number, '*')) and not regexp_matches(number, '^1[3-9].{9}$');

create or replace temp table rel_tip_officer as
with officer_name as (
    select distinct o.officer_id, n.name_key
    from (select officer_id, name from in_officers union select officer_id, unnest(other_names) from in_officers) o
    join person_name n on n.value = o.name
    where n.name_key is not null and not contains(n.name_key, '*')
),
named as (
    -- agrees is null where nothing can be compared
    select t.record_id, o.officer_id, bool_or(starts_with(i.norm, s.head) and ends_with(i.norm, s.tail)) as agrees
    from in_tips t
    join person_name n on n.value = t.subject_name
    join officer_name o using (name_key)
    left join rel_tip_number s using (record_id)
    left join in_officers r on r.officer_id = o.officer_id
    left join identifier i on i.value = r.id_number and i.is_full
    where t.officer_id is null
    group by t.record_id, o.officer_id
),
meant as (
    from named
    where agrees is distinct from false
    qualify agrees is not null or not coalesce(bool_or(agrees) over (partition by record_id), false)
)
select t.record_id, t.officer_id, false as by_name from in_tips t where t.officer_id is not null
union all
select record_id, min(officer_id), not coalesce(bool_and(agrees), false)
from meant
group by record_id
having count(*) = 1;

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
join rel_reach r on r.company_id = m.company_id and r.group_id = t.group_id
    -- a guess only where the names are related (former, branch, short), as with forms
    and (r.same_tier is null or r.same_tier in ('A', 'B') or r.basis not in ('typo', 'similar_name', 'same_former'))
join rel_party p on p.party_table = r.party_table and p.group_id = r.group_id and p.party_id = r.party_id
union
select t.record_id, t.group_id, p.party_table, p.party_id, p.name
from rel_tip_said t
join rel_name_key k on k.value = t.counterparty_name
join rel_name_key l using (key)
join rel_party p on p.name = l.value and p.group_id = t.group_id;

create or replace temp table rel_tip_elsewhere as
-- named, and in no master of the group: neither a company of the group nor a record that is no counterparty
-- a former or short name, or a branch, of a company in the group's line of business is that company
select t.record_id, t.group_id, coalesce(min(w.name), min(c.name), t.counterparty_name) as party_name,
    coalesce(min_by(w.company_id, w.name), min(c.company_id)) as company_id
from rel_tip_said t
left join company_mention m on m.table_name = 'tips' and m.record_id = t.record_id and m.column_name = 'counterparty_name'
left join company c on c.company_id = m.company_id
left join rel_link l on l.company_id = m.company_id and l.basis is not null
    and (l.tier in ('A', 'B') or l.basis not in ('typo', 'similar_name', 'same_former'))
left join (from company semi join business_watch b on b.company_id = company.company_id and b.why = 'same_line') w
    on w.company_id = l.other_id
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
