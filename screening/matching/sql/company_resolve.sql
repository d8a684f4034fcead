-- in:    m_place
-- out:   m_anchor(table_name, record_id, column_name, name, anchor): what decides which company a current name is
--        company, company_mention (internal.py)
-- grain: one row per place
-- A valid credit code decides. A name without code goes to the one code that bears this full name (the registry's opinion
-- before the others'); two codes keep it apart. Then the same for the name with its legal form written another way (有限责任公司).
-- Names that many share (a person's name, a sole trader without place, a bare word) never join by name.
create or replace temp table m_number_code as
select registration_no, min(uscc) as uscc
from m_place
where usage = 'current' and registration_no is not null and uscc is not null
group by registration_no
having count(distinct uscc) = 1;

create or replace temp table m_named as
select p.*, coalesce(p.uscc, c.uscc) as code,
    coalesce(p.kind = 'person', false) as is_person,
    coalesce(
        p.name_key is null
        or p.kind = 'person'
        or p.kind = 'sole_trader' and (p.region is null or length(coalesce(p.brand, '')) < 2)
        or p.region is null and coalesce(p.legal_form, '') not like 'joint_stock%'
            and length(coalesce(p.core_key, p.name_key)) < case when p.legal_form is null then $short_name else $short_name - 1 end
        or length(coalesce(p.core_key, p.name_key)) < 2,
        true
    ) as is_generic
from m_place as p
left join m_number_code as c using (registration_no)
where p.usage = 'current';

create or replace temp table m_name_owner as
select name_key,
    case
        when count(distinct code) filter (where table_name = 'registry_companies') = 1
            then min(code) filter (where table_name = 'registry_companies')
        when count(distinct code) = 1 then min(code)
    end as code,
    count(distinct code) as codes,
    min(registration_no) filter (where code is null) as registration_no,
    count(distinct registration_no) filter (where code is null) as registration_nos
from m_named
where not is_generic
group by name_key;

create or replace temp table m_core_owner as
select core_key, legal_form, case when count(distinct o.code) = 1 then min(o.code) end as code, count(distinct o.code) as codes,
    bool_or(o.codes > 1) as name_is_ambiguous
from (select distinct core_key, legal_form, name_key from m_named where not is_generic and core_key is not null and legal_form is not null)
join m_name_owner as o using (name_key)
group by core_key, legal_form;

create or replace temp table m_anchor as
select p.table_name, p.record_id, p."row", p.column_name, p.name, p.source_rank, p.kind, p.uscc, p.code,
    case
        when p.code is not null then 'u:' || p.code
        when p.person_number is not null then 'i:' || p.person_number
        when p.is_person or p.name_key is null
            then 'm:' || coalesce(nullif(p.owner, ''), concat_ws('|', p.table_name, p.record_id, p.column_name))
        when p.is_generic and p.owner <> '' then 'p:' || p.owner
        when p.is_generic then 'g:' || p.name_key
        when o.code is not null then 'u:' || o.code
        when o.codes > 1 then 'n:' || p.name_key
        when c.code is not null then 'u:' || c.code
        when c.core_key is null or c.codes > 1 or c.name_is_ambiguous then 'n:' || p.name_key
        else 'c:' || p.core_key || '|' || p.legal_form
    end as anchor
from m_named as p
left join m_name_owner as o on o.name_key = p.name_key and not p.is_generic
left join m_core_owner as c on c.core_key = p.core_key and c.legal_form = p.legal_form and not p.is_generic;

create or replace temp table m_company as
select 'C' || substr(sha256(anchor), 1, 16) as company_id, anchor from (select distinct anchor from m_anchor);

create or replace temp table m_listed as
select record_id, listed_code from std_registry_companies where listed_code is not null
union all
select record_id, listed_code from std_group_entities where listed_code is not null
union all
select record_id, listed_code from m_master where listed_code is not null;

delete from company;
insert into company by name
with
best as (  -- the registry's writing, then the group's, the masters', the others'; ties by the text itself
    select anchor, arg_min(struct_pack(name := name, kind := kind), (source_rank, name)) as shown,
        min(code) as code
    from m_anchor
    group by anchor
),
fact as (
    select a.anchor, bool_or(l.listed_code is not null) as listed,
        bool_or(coalesce(m.is_financial_institution, false)) as financial,
        arg_min(r.status, (coalesce(-epoch(r.as_of), 0), r.record_id)) filter (where r.status is not null) as status,
        arg_min(struct_pack(entity_id := e.entity_id, group_id := e.group_id), (e.group_id, e.entity_id))
            filter (where e.entity_id is not null) as entity
    from m_anchor as a
    left join m_listed as l on l.record_id = a.record_id and a.column_name = 'name'
    left join m_master as m on m.record_id = a.record_id and m.party_table = a.table_name
    left join std_registry_companies as r on r.record_id = a.record_id and a.table_name = 'registry_companies'
    left join std_group_entities as e on e.record_id = a.record_id and a.table_name = 'group_entities'
    group by a.anchor
)
select c.company_id, b.shown.name as name, b.code as uscc, nullif(f.listed, false) as listed,
    case when f.financial then 'financial' else b.shown.kind end as kind,
    f.entity.entity_id as entity_id, f.entity.group_id as group_id, f.status
from m_company as c
join best as b using (anchor)
join fact as f using (anchor);

delete from company_mention;
insert into company_mention by name
select a.table_name, a.record_id, a."row", a.column_name, c.company_id, a.name
from m_anchor as a join m_company as c using (anchor)
union all
-- another name of a record names the record's company
select p.table_name, p.record_id, p."row", p.column_name, c.company_id, p.name
from m_place as p
join m_anchor as a on a.table_name = p.table_name and a.record_id = p.record_id and a.column_name = 'name'
join m_company as c using (anchor)
where p.usage <> 'current';
