-- in:    m_watched_source, m_master, m_party_record, party, company_mention, std tables, dictionaries phone and address
-- out:   m_watched_value(w, feature, value, written)
--        m_attribute(company_id, table_name, record_id, row, feature, value, written): a value on the other side
--        m_payee(party_table, group_id, party_id, record_id, row, value, written): an account that was paid
--        m_crowd(feature, value, crowd): how many owners of companies, and families, bear the value
-- grain: one value in one record. Only values that a watched identity bears: the rest can link nobody.
create or replace temp table m_watched_value as
with
said as (
    select w, 'phone' as feature, unnest(phone) as written from m_watched_source
    union
    select w, 'email', unnest(email) from m_watched_source
    union
    select w, 'address', unnest(address) from m_watched_source
    union
    select w, 'bank_account', unnest(bank_account) from m_watched_source
)
select distinct s.w, s.feature, s.written,
    case s.feature
        when 'phone' then p.norm
        when 'address' then a.norm
        when 'email' then lower(trim(s.written))
        else regexp_replace(s.written, '[^0-9A-Za-z]', '', 'g')
    end as value
from said as s
left join phone as p on s.feature = 'phone' and p.value = s.written and p.usable
left join address as a on s.feature = 'address' and a.value = s.written and a.usable;

delete from m_watched_value
where value is null
    or feature = 'email' and not regexp_matches(value, '^[^@\s]+@[^@\s]+\.[^@\s]+$')
    -- what a masked account shows is no account
    or feature = 'bank_account' and (length(value) not between 6 and 40 or contains(written, '*') or value in (select value from m_filler));

create or replace temp table m_wanted as  -- every way in which a wanted value is written
with wanted as (select distinct feature, value from m_watched_value)
select w.feature, w.value, p.value as written from wanted as w join phone as p on w.feature = 'phone' and p.norm = w.value and p.usable
union all
select w.feature, w.value, a.value from wanted as w join address as a on w.feature = 'address' and a.norm = w.value and a.usable;

create or replace temp table m_attribute as
with
written as (
    select party_table as table_name, record_id, "row", 'phone' as feature, unnest(phone) as written from m_master where phone is not null
    union all
    select party_table, record_id, "row", 'address', unnest(address) from m_master where address is not null
    union all
    select 'registry_companies', record_id, "row", 'phone', unnest(phone) from std_registry_companies where phone is not null
    union all
    select 'registry_companies', record_id, "row", 'address', unnest(address) from std_registry_companies where address is not null
    union all
    select 'appointments', record_id, "row", 'phone', unnest(phone) from std_appointments where phone is not null
),
plain as (
    select party_table as table_name, record_id, "row", 'email' as feature, unnest(email) as written from m_master where email is not null
    union all
    select 'registry_companies', record_id, "row", 'email', unnest(email) from std_registry_companies where email is not null
    union all
    select party_table, record_id, "row", 'bank_account', unnest(bank_account) from m_master where bank_account is not null
),
valued as materialized (
    select r.table_name, r.record_id, r."row", r.feature, w.value, r.written from written as r join m_wanted as w using (feature, written)
    union all
    select *
    from (
        select table_name, record_id, "row", feature,
            case feature when 'email' then lower(trim(written)) else regexp_replace(written, '[^0-9A-Za-z]', '', 'g') end as value, written
        from plain
    )
    where (feature, value) in (select feature, value from m_watched_value)
),
place as materialized (
    select table_name, record_id, company_id
    from company_mention
    where record_id in (select record_id from valued)
        and column_name = case when table_name = 'appointments' then 'company_name' else 'name' end
)
select c.company_id, v.table_name, v.record_id, v."row", v.feature, v.value, v.written
from valued as v join place as c using (table_name, record_id);

create or replace temp table m_payee as
with
paid as (
    select t.record_id, t."row", t.party_id, t.party_table, e.group_id, unnest(t.bank_account) as written
    from std_transactions as t
    left join std_group_entities as e using (entity_id)
    where t.party_id is not null
)
select p.party_table, p.group_id, p.party_id, p.company_id, t.record_id, t."row", t.written, w.value
from paid as t
join (select distinct value from m_watched_value where feature = 'bank_account') as w on w.value = regexp_replace(t.written, '[^0-9A-Za-z]', '', 'g')
join party as p
    on p.party_id = t.party_id and p.party_table = coalesce(t.party_table, p.party_table)
    and p.group_id = coalesce(t.group_id, p.group_id);

create or replace temp table m_owner as
-- who stands behind a company: ten companies of one owner are one bearer of his phone, an agency's ten clients are ten
with
borne as (select company_id from m_attribute union select company_id from m_payee),
place as materialized (
    select table_name, record_id, company_id
    from company_mention
    where column_name = 'name' and company_id in (select company_id from borne)
),
led as materialized (
    select 'registry_companies' as table_name, record_id, legal_representative as name
    from std_registry_companies
    where legal_representative is not null and record_id in (select record_id from place)
    union all
    select party_table, record_id, legal_representative
    from m_master
    where legal_representative is not null and record_id in (select record_id from place)
),
company_of as (
    select c.company_id, p.name_key
    from led as l
    join place as c using (table_name, record_id)
    join (select value, name_key from person_name where value in (select name from led)) as p on p.value = l.name
)
select company_id, min(name_key) as owner from company_of where name_key is not null group by company_id;

create or replace temp table m_crowd as
with
borne as (
    select distinct feature, value, coalesce(o.owner, company_id) as owner
    from (select feature, value, company_id from m_attribute union select 'bank_account', value, company_id from m_payee)
    left join m_owner as o using (company_id)
),
families_of_group as ( -- one person may sit in several groups of a delivery, under a code of each
    select v.feature, v.value, w.group_id, count(distinct w.officer_id) as families
    from m_watched_value as v join m_watched as w using (w)
    group by all
),
families as (
    select feature, value, max(families) - 1 as others from families_of_group group by all
)
select b.feature, b.value, count(*) + any_value(f.others) as crowd
from borne as b join families as f using (feature, value)
group by b.feature, b.value;
