-- Declarations with the counterparty and the relatives they name resolved.
-- in:  in_declarations, in_officers, in_related_parties, company, company_mention, identifier, rel_link, rel_reach, rel_party, rel_name_key,
--      rel_form_name(record_id, key): each relative named in one row, folded; rel_name_fold(name, key): names of relatives;
--      rel_relation(said, key): words and codes of relations, alike where they may mean the same; kin
-- out: declared_item (internal.py)

-- A row that gives a code and no name.
create or replace temp table rel_declared_code as
select d.record_id, d.officer_id, c.company_id
from in_declarations d
join identifier i on i.value = d.counterparty_uscc
join company c on c.uscc = i.norm
where d.counterparty_name is null;

-- Every counterparty a row can mean: its company, what is probably the same (a guess only where the names are related: former,
-- branch, short), and who bears the name.
create or replace temp table rel_declared_party as
with officer_group as (select distinct group_id, officer_id from in_officers),
by_company as (
    select d.record_id, r.party_table, r.group_id, r.party_id
    from in_declarations d
    join officer_group o using (officer_id)
    join company_mention m
        on m.table_name = 'declarations' and m.record_id = d.record_id and m.column_name = 'counterparty_name'
    join rel_reach r on r.company_id = m.company_id and r.group_id = o.group_id
    where r.same_tier is null or r.same_tier in ('A', 'B') or r.basis not in ('typo', 'similar_name', 'same_former')
),
by_name as (
    select d.record_id, p.party_table, p.group_id, p.party_id
    from in_declarations d
    join officer_group o using (officer_id)
    join rel_name_key k on k.value = d.counterparty_name
    join rel_name_key l using (key)
    join rel_party p on p.name = l.value and p.group_id = o.group_id
    where d.counterparty_uscc is null
),
by_code as (
    select c.record_id, r.party_table, r.group_id, r.party_id
    from rel_declared_code c
    join officer_group o using (officer_id)
    join rel_reach r on r.company_id = c.company_id and r.group_id = o.group_id and r.same_tier is null
)
select record_id, list_sort(list(distinct concat_ws('/', party_table, group_id, party_id))) as parties
from (from by_company union from by_name union from by_code)
group by record_id;

create or replace temp table rel_declared_company as
select record_id, min(company_id) as company_id
from (
    select record_id, company_id from company_mention
    where table_name = 'declarations' and column_name = 'counterparty_name'
    union
    select record_id, company_id from rel_declared_code
)
group by record_id;

-- A company in no master is declared under a former or short name, or by a branch, like one that is in one.
create or replace temp table rel_declared_other as
select d.record_id, list_sort(list(distinct l.other_id)) as other_ids
from rel_declared_company d
join rel_link l using (company_id)
where l.basis is not null and (l.tier in ('A', 'B') or l.basis not in ('typo', 'similar_name', 'same_former'))
group by d.record_id;

-- Rows of one form share its number; a row without one is a form by itself.
create or replace temp table rel_form as
select record_id, officer_id, coalesce('f:' || form_id, 'r:' || record_id) as form from in_declarations;

create or replace temp table rel_relative_name as
select related_id, officer_id, name from in_related_parties
union
select related_id, officer_id, unnest(other_names) from in_related_parties;

-- Each name once, whatever other spellings of it the roster has; null where nobody of the officer's bears it.
create or replace temp table rel_form_named as
select distinct f.officer_id, f.form, f.record_id, n.key, r.related_id
from rel_form f
join rel_form_name n using (record_id)
left join (
    select r.officer_id, r.related_id, k.key from rel_relative_name r join rel_name_fold k on k.name = r.name
) r on r.officer_id = f.officer_id and r.key = n.key;

create or replace temp table rel_form_relative as
select officer_id, form, list_sort(list(distinct related_id) filter (where related_id is not null)) as related_ids
from rel_form_named
group by officer_id, form;

-- What a form says of its relatives' relations. A row that names several says it of nobody in particular. An edition asks for
-- the relation if any form of it states one.
create or replace temp table rel_form_relation as
with asked as (
    select distinct form_version from in_declarations where relationship is not null and related_party_name is not null
),
named as (select *, count(*) over (partition by record_id) as named from rel_form_named),
stated as (
    select n.officer_id, n.form, n.related_id, d.relationship is not null as says, n.named, said.key as said, roster.key as roster,
        a.form_version is not null or d.form_version is null and null_asks as asks
    from named n
    join in_declarations d using (record_id)
    left join asked a on a.form_version = d.form_version
    cross join (select count(*) filter (where form_version is null) > 0 as null_asks from asked)
    left join rel_relation said on said.said = d.relationship
    left join kin k on k.officer_id = n.officer_id and k.related_id = n.related_id and k.perimeter <> 'organisation'
    left join rel_relation roster on roster.said = k.kin_code
    where n.related_id is not null
),
judged as (
    select officer_id, form, related_id,
        bool_and(coalesce(says and named = 1 and said <> roster, false)) as contradicts,
        bool_and(not says and asks) as silent
    from stated
    group by officer_id, form, related_id
)
select officer_id, form, list_sort(list(related_id) filter (where contradicts)) as contradicted_ids,
    list_sort(list(related_id) filter (where silent)) as unstated_ids
from judged
where contradicts or silent
group by officer_id, form;

insert into declared_item by name
select d.declaration_id, d.officer_id, coalesce(p.parties, []) as party_clusters, c.company_id, coalesce(a.other_ids, []) as other_ids,
    coalesce(n.related_ids, []) as related_ids, n.form is not null as names_relative,
    coalesce(said.contradicted_ids, []) as contradicted_ids, coalesce(said.unstated_ids, []) as unstated_ids, d.record_id, d.row
from in_declarations d
join rel_form f using (record_id)
left join rel_form_relative n on n.officer_id = f.officer_id and n.form = f.form
left join rel_form_relation said on said.officer_id = f.officer_id and said.form = f.form
left join rel_declared_party p using (record_id)
left join rel_declared_company c using (record_id)
left join rel_declared_other a using (record_id);
