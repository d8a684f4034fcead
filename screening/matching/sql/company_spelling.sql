-- in:    m_place, m_code, dictionary company_name
-- out:   m_met:   one way of naming a company: name, code, registration number, whether it is known to be a company; m is its rowid
--        m_number_code(registration_no, uscc): registration numbers that lead to one code
--        m_spelt: the company (a number) that all places so written name; n is the rowid of the name in the dictionary
-- grain: as said
-- A valid credit code decides. A name without code goes to the one code that bears this full name (the registry's opinion
-- before the others'); two codes keep it apart. Then the same for the name with its legal form written another way (有限责任公司).
-- Names that many share (a person's name, a sole trader without place, a bare word) never join by name.
create or replace temp table m_met as
select name, code, registration_no, told, source_rank, facts & 1 > 0 as registered, facts & 2 > 0 as unowned, facts & 4 > 0 as live
from (
    select name, code, registration_no, told, min(source_rank) as source_rank,
        bit_or(case when table_name = 'registry_companies' then 1 else 0 end + case when owner = '' then 2 else 0 end
            + case when table_name not in ('registry_companies', 'appointments', 'holdings') or column_name = 'holder_name' then 4 else 0 end) as facts
    from m_place
    where usage = 'current'
    group by name, code, registration_no, told
);

create or replace temp table m_number_code as
select r.registration_no, min(c.uscc) as uscc
from m_met as m join m_code as c on c.value = m.code join m_code as r on r.value = m.registration_no
where c.uscc is not null and r.registration_no is not null
group by r.registration_no
having min(c.uscc) = max(c.uscc);

create or replace temp table m_spelling as
with
known as (
    select m.rowid as m, m.source_rank, m.registered, m.unowned, m.live, p.rowid as n, p.name_key, p.core_key, p.region, p.brand, p.legal_form,
        c.person_number, coalesce(c.uscc, k.uscc) as code,
        case when p.kind = 'person' and (m.told or c.uscc is not null) then 'company' else p.kind end as kind
    from m_met as m
    left join company_name as p on p.value = m.name
    left join m_code as c on c.value = m.code
    left join m_code as r on r.value = m.registration_no
    left join m_number_code as k on k.registration_no = r.registration_no
)
select * exclude (region, brand), m_company_number('u:' || code) as company,
    coalesce(
        name_key is null
        or kind = 'person'
        or kind = 'sole_trader' and (region is null or length(coalesce(brand, '')) < 2)
        or region is null and coalesce(legal_form, '') not like 'joint_stock%'
            and length(coalesce(core_key, name_key)) < case when legal_form is null then $short_name else $short_name - 1 end
        or length(coalesce(core_key, name_key)) < 2,
        true
    ) as is_generic
from known;

create or replace temp table m_name_owner as
select name_key,
    case when first_registered = last_registered then first_registered when first = last then first end as company, first <> last as is_ambiguous
from (
    select name_key, min(company) as first, max(company) as last,
        min(company) filter (where registered) as first_registered, max(company) filter (where registered) as last_registered
    from m_spelling
    where not is_generic and code is not null
    group by name_key
);

create or replace temp table m_unowned as  -- names with a legal form that no code bears
select m, core_key, legal_form
from m_spelling anti join m_name_owner using (name_key)
where code is null and person_number is null and not is_generic and core_key is not null and legal_form is not null;

create or replace temp table m_core_owner as
select s.core_key, s.legal_form, case when min(o.company) = max(o.company) then min(o.company) end as company,
    coalesce(min(o.company) <> max(o.company), false) or bool_or(o.is_ambiguous) as is_ambiguous
from (select core_key, legal_form, name_key from m_spelling where not is_generic) as s
join m_name_owner as o using (name_key)
semi join m_unowned as u on u.core_key = s.core_key and u.legal_form = s.legal_form
group by s.core_key, s.legal_form;

-- alone: nobody else's record can be meant; then the record itself, or its counterparty, is the company
create or replace temp table m_spelt as
select m, n, source_rank, unowned, live, kind, code, false as alone, false as generic, company
from m_spelling where code is not null
union all
select s.m, s.n, s.source_rank, s.unowned, s.live, s.kind, s.code,
    s.person_number is null and (coalesce(s.kind = 'person', false) or s.name_key is null) as alone,
    s.person_number is null and s.is_generic as generic,
    case
        when s.person_number is not null then m_company_number('i:' || s.person_number)
        when s.is_generic then m_company_number('g:' || s.name_key)
        when o.company is not null then o.company
        when o.is_ambiguous then m_company_number('n:' || s.name_key)
        when c.company is not null then c.company
        when s.core_key is null or s.legal_form is null or c.is_ambiguous then m_company_number('n:' || s.name_key)
        else m_company_number('c:' || s.core_key || '|' || s.legal_form)
    end as company
from (select * from m_spelling where code is null) as s
left join m_name_owner as o on o.name_key = s.name_key and not s.is_generic
left join m_core_owner as c on c.core_key = s.core_key and c.legal_form = s.legal_form and not s.is_generic;
drop table m_spelling;
