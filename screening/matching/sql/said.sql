-- in:    std tables, m_master, m_holder, dictionaries several_people, person_name, company_name and identifier
-- out:   m_said (view): one person named in one role in one record, anywhere in the delivery
--        m_number(value, number, scheme, is_full, is_valid, birth, gender): what the numbers in it say; placeholders left out
-- grain: as said. A view, for these are most rows of a delivery: who needs a few of them filters first
create or replace temp table m_trader as  -- masters that are a person, or a person's business
select m.party_table, m.record_id, m."row", m.name, coalesce(m.id_number, m.uscc) as id_written, m.legal_representative,
    coalesce(n.kind = 'person', false) as is_named,
    coalesce(n.kind = 'person', false) or m.party_kind = 'person' as is_person,
    m.party_kind = 'sole_trader' or coalesce(n.kind = 'sole_trader', false) as is_trader
from m_master as m
left join company_name as n on n.value = m.name and n.kind in ('person', 'sole_trader')
where m.party_kind in ('person', 'sole_trader') or n.kind is not null;

create or replace temp table m_payee_name as  -- names in which accounts stand that are people's
select value from company_name where kind = 'person'
union all
select c.value  -- CHAN TAI MAN: no region, trade or form of a company, and every word can be read as part of a name
from company_name as c join person_name as p using (value)
where p.script = 'latin' and c.kind = 'company' and c.legal_form is null and c.region is null and c.trade is null
    and len(list_filter(p.reading_keys, lambda key: left(key, 2) in ('p:', 'j:'))) > 0;

create or replace temp view m_said_cell as
select 'holdings' as table_name, record_id, "row", 'company_name' as company_column, 'holder' as role, holder_name as name,
    holder_id as id_written, null::date as birth_lo, null::date as birth_hi, null::varchar as gender
from std_holdings where record_id not in (select record_id from m_holder where is_organisation)
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
    t.id_written, null, null, null
from m_master as m left join m_trader as t on t.record_id = m.record_id and t.party_table = m.party_table and t.is_trader
where m.legal_representative is not null
union all
select party_table, record_id, "row", 'name', 'contact', contact_name, null, null, null, null
from m_master where contact_name is not null
union all
-- the account that a company is paid into stands in the name of a person who is not said to be anything else there
select m.party_table, m.record_id, m."row", 'name', 'payee', m.bank_account_name, null, null, null, null
from m_master as m join m_payee_name as n on n.value = m.bank_account_name
where m.bank_account_name is distinct from m.name and m.bank_account_name is distinct from m.legal_representative
union all
select party_table, record_id, "row", 'name', 'party_self', name, id_written, null, null, null from m_trader where is_person
union all
-- a sole trader is his owner: found by the owner's number, for the name is that of the shop
select t.party_table, t.record_id, t."row", 'name', 'party_self', null, t.id_written, null, null, null
from m_trader as t join identifier as i on i.value = t.id_written and i.scheme <> 'uscc'
where not t.is_named and t.is_trader;

-- Most names are shorter than any cell that names several people: they are not looked up.
set variable m_shortest_cell = (select min(strlen(value)) from several_people);

create or replace temp view m_said as
-- of a cell that names several people everybody is said; whose the number and the date beside them are is not
select c.table_name, c.record_id, c."row", c.company_column, c.role, coalesce(p.name, c.name) as name,
    case when p.name is null then c.id_written end as id_written, case when p.name is null then c.birth_lo end as birth_lo,
    case when p.name is null then c.birth_hi end as birth_hi, case when p.name is null then c.gender end as gender
from m_said_cell as c
left join several_people as p on p.value = case when strlen(c.name) >= getvariable('m_shortest_cell') then c.name end;

create or replace temp table m_number as
select value, norm as number, scheme, is_full, is_valid, birth_date as birth, gender
from identifier
where norm is not null and not is_placeholder and value in (select id_written from m_said);
