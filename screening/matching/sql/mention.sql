-- in:    std tables, m_master, m_holder, m_relevant, company_mention, dictionaries person_name, identifier
-- out:   m_mention(m, table_name, record_id, row, role, company_id, name, name_key, ..., number, birth_lo, birth_hi, gender)
--        m_mention_group(m, group_id)
-- grain: one person named in one role in one record; only in companies that matter to some group
-- m numbers the mentions in the order of their content, so it does not depend on the order of rows
create or replace temp table m_said as
select 'holdings' as table_name, h.record_id, h."row", 'company_name' as company_column, 'holder' as role, h.holder_name as name,
    h.holder_id as id_written, null::date as birth_lo, null::date as birth_hi, null::varchar as gender
from std_holdings as h join m_holder as o using (record_id) where not o.is_organisation
union all
select 'holdings', record_id, "row", 'company_name', 'nominee_for', nominee_for, null, null, null, null
from std_holdings where nominee_for is not null
union all
select 'appointments', record_id, "row", 'company_name', 'post', person_name, id_number, birth_date, birth_date_hi, null
from std_appointments
union all
select 'registry_companies', record_id, "row", 'name', 'legal_representative', legal_representative, null, null, null, null
from std_registry_companies where legal_representative is not null
union all
select m.party_table, m.record_id, m."row", 'name', 'legal_representative', m.legal_representative,
    -- a master's identity number is that of the trader; of a company it is nobody's in particular
    case when m.party_kind = 'sole_trader' or n.kind = 'sole_trader' then coalesce(m.id_number, m.uscc) end, null, null, null
from m_master as m left join company_name as n on n.value = m.name
where m.legal_representative is not null
union all
select party_table, record_id, "row", 'name', 'contact', contact_name, null, null, null, null
from m_master where contact_name is not null
union all
select m.party_table, m.record_id, m."row", 'name', 'party_self', m.name, coalesce(m.id_number, m.uscc), null, null, null
from m_master as m left join company_name as n on n.value = m.name
where n.kind = 'person' or m.party_kind = 'person'
union all
-- a sole trader is his owner: found by the owner's number, for the name is that of the shop
select m.party_table, m.record_id, m."row", 'name', 'party_self', null, coalesce(m.id_number, m.uscc), null, null, null
from m_master as m
left join company_name as n on n.value = m.name
join identifier as i on i.value = coalesce(m.id_number, m.uscc) and i.scheme <> 'uscc'
where coalesce(n.kind, '') <> 'person' and (m.party_kind = 'sole_trader' or n.kind = 'sole_trader');

create or replace temp table m_mention as
select row_number() over (order by s.table_name, s.record_id, s.role, s.name) as m,
    s.table_name, s.record_id, s."row", s.role, c.company_id, s.name,
    p.name_key, p.variant_key, p.pinyin_key, p.reading_keys, p.script, p.surname, p.given, p.bits,
    case when i.is_placeholder then null else i.norm end as number, i.scheme, i.is_full, i.is_valid,
    s.id_written, s.birth_lo, s.birth_hi,
    case when i.is_placeholder then null else i.birth_date end as id_birth,
    coalesce(s.gender, case when i.is_placeholder then null else i.gender end) as gender
from m_said as s
join company_mention as c
    on c.table_name = s.table_name and c.record_id = s.record_id and c.column_name = s.company_column
left join person_name as p on p.value = s.name
left join identifier as i on i.value = s.id_written
where c.company_id in (select company_id from m_relevant)
    and (p.name_key is not null or i.norm is not null and not i.is_placeholder);

create or replace temp table m_mention_group as
select m.m, r.group_id from m_mention as m join m_relevant as r using (company_id);
