-- in:    m_said, m_alike, m_number, m_watched_shows, m_relevant, company, company_mention, dictionary person_name
-- out:   m_tally(group_id, role, number, birth, name, mentions): mentions that matter to a group, by what they show; name is null but
--        where a watched person may bear it; two rows may be of one sort
--        m_homonym(kind, bits, pairs): namesakes by what the agreement of their names can be worth, rounded up to a quarter
--        m_kind(kind, group_id, watched_kind, role, can_check, considered, watched, in_group); kind numbers the rows
-- grain: as said; can_check: both records show a number, or both a birth date
-- It counts; nobody is written down. Where a company matters to every group its people are counted without asking which company
-- it is, for that join is as large as the delivery.
create or replace temp table m_unread as  -- names that are nobody's: staging reads every name of these columns that does not end as a company's
with other as materialized (  -- never a null: no name is then "not in" it
    select distinct name from m_said where (ends_with(name, '公司') or role = 'party_self') and name is not null
)
select value from person_name where name_key is null
union all
select name from other where name not in (select value from person_name where value in (select name from other));

create or replace temp table m_apart as  -- places in companies that do not matter to every group: few where a delivery is one client's
with
everywhere as (
    select company_id from m_relevant group by company_id having count(*) = (select count(distinct group_id) from m_relevant)
),
elsewhere as (select company_id from company anti join everywhere using (company_id))
select table_name, record_id, column_name, company_id
from company_mention
where column_name in ('name', 'company_name') and company_id in (select company_id from elsewhere);

create or replace temp table m_tally as
with
alike as (select distinct value from m_alike),
seen as not materialized (
    select s.table_name, s.record_id, s.company_column, s.role, i.value is not null as number,
        coalesce(s.birth_lo, i.birth) is not null as birth, a.value as name
    from m_said as s
    left join alike as a on a.value = s.name
    left join m_number as i on i.value = s.id_written
    where s.name is not null and s.name not in (select value from m_unread) or i.value is not null
),
everywhere as (
    select s.role, s.number, s.birth, s.name, count(*) as mentions
    from seen as s
    anti join m_apart as c on c.table_name = s.table_name and c.record_id = s.record_id and c.column_name = s.company_column
    group by all
)
select group_id, e.* from everywhere as e cross join (select distinct group_id from m_relevant)
union all
select r.group_id, s.role, s.number, s.birth, s.name, count(*) as mentions
from seen as s
join m_apart as c on c.table_name = s.table_name and c.record_id = s.record_id and c.column_name = s.company_column
join m_relevant as r using (company_id)
group by all;

create or replace temp table m_kind as
with
w as (select group_id, watched_kind, number, birth, count(*) as watched from m_watched_shows group by all),
m as (select group_id, role, number, birth, sum(mentions) as mentions from m_tally group by all),
size as (
    select group_id, watched_kind, role, w.number and m.number or w.birth and m.birth as can_check,
        sum(w.watched * m.mentions) as considered
    from w join m using (group_id)
    group by all
),
side as (select group_id, watched_kind, sum(watched) as watched from w group by all)
select row_number() over (order by s.group_id, s.watched_kind, s.role, s.can_check) - 1 as kind,
    s.*, side.watched, sum(s.considered) over (partition by s.group_id) as in_group
from size as s join side using (group_id, watched_kind);

create or replace temp table m_homonym as
with
n as (
    select group_id, role, number, birth, name, sum(mentions) as mentions from m_tally where name is not null group by all
),
pair as (
    select w.group_id, w.watched_kind, n.role, w.number and n.number or w.birth and n.birth as can_check,
        ceil(4 * a.bits) / 4 as bits, sum(n.mentions) as pairs
    from m_alike as a
    join m_watched_shows as w using (w)
    join n on n.name = a.value and n.group_id = w.group_id
    group by all
)
select k.kind, p.bits, p.pairs from pair as p join m_kind as k using (group_id, watched_kind, role, can_check);
