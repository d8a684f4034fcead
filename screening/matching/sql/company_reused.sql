-- in:    m_spelt, m_met, m_place, m_code, m_number_code, m_master, std_registry_companies, std_holdings, std_appointments,
--        std_related_parties, std_transactions, std_group_entities, dictionaries company_name, person_name, phone and address
-- out:   m_reused(table_name, record_id, "row", column_name, name, source_rank, m, company, standing): places without code whose name
--        passed from one company to another, where they do not plainly mean the one that bears it today; company: the one they
--        name, a number. standing: earlier = one that bore the name before; undecided = nothing tells, or what tells contradicts
-- grain: one place
-- Names are released and registered anew. Both companies have codes, so two they are; the record has none. What tells: since when
-- business goes on, when the bearers were founded, when they were seen under the name, and what the record shares with either.
-- What nothing tells of is a company of its own, and both are linked to it. Registers call companies by their names of today and stay
-- with the bearer; the group's other papers mean whom its masters of that name mean, if those mean one.
create or replace temp table m_given_up as
with said as (
    select unnest(former_names) as name, uscc, registration_no from std_registry_companies where former_names is not null
    union
    select unnest(former_names), uscc, registration_no from m_master where former_names is not null
)
select distinct n.name_key, n.core_key, n.legal_form, coalesce(c.uscc, k.uscc) as code
from said as s
join company_name as n on n.value = s.name
left join m_code as c on c.value = s.uscc
left join m_code as r on r.value = s.registration_no
left join m_number_code as k on k.registration_no = r.registration_no
where coalesce(c.uscc, k.uscc) is not null and n.legal_form is not null;

create or replace temp table m_passed as  -- spellings without code that were joined to their bearer of today, and who gave the name up
with
spelt as (select * from m_spelt where code is null and not alone and not generic),
met as (
    select s.m, s.company, n.name_key, g.code
    from m_given_up as g join company_name as n using (name_key) join spelt as s on s.n = n.rowid
    union
    select s.m, s.company, n.name_key, g.code
    from m_given_up as g join company_name as n using (core_key, legal_form) join spelt as s on s.n = n.rowid
),
bearer as (select company, min(code) as code from m_spelt where code is not null and company in (select company from met) group by company)
select m.m, m.name_key, b.code as bearer, list_sort(list(distinct m.code)) as former
from met as m join bearer as b using (company)
where m.code <> b.code
group by m.m, m.name_key, b.code;

create or replace temp table m_asked as
select p.table_name, p.record_id, p."row", p.column_name, p.name, p.source_rank, d.m, d.name_key, d.bearer, d.former, p.owner <> '' as is_master,
    case when p.table_name = 'related_parties' then p.record_id else nullif(p.owner, '') end as owner  -- of whom something may be told
from m_place as p
join (select w.*, d.* from m_passed as d join m_met as w on w.rowid = d.m) as d
    on d.name = p.name and d.code is not distinct from p.code and d.registration_no is not distinct from p.registration_no and d.told = p.told
where p.usage = 'current' and p.table_name not in ('registry_companies', 'group_entities', 'holdings', 'appointments');

create or replace temp table m_asked_record as  -- all records of the counterparties in question
select distinct a.owner, m.*
from m_asked as a
join m_master as n on n.record_id = a.record_id and n.party_table = a.table_name
join m_master as m using (party_table, group_id, party_id);

create or replace temp table m_begun as
with day as (
    select owner, dealing_from as lo, dealing_from_hi as hi from m_asked_record
    union all
    select owner, created_on, created_on_hi from m_asked_record
    union all
    select p.owner, t.transacted_on, t.transacted_on_hi
    from (select distinct owner, party_table, group_id, party_id from m_asked_record) as p
    join std_transactions as t
        on t.party_id = p.party_id
        and coalesce(t.party_table, case t.kind when 'purchase' then 'suppliers' when 'sale' then 'customers' end, p.party_table) = p.party_table
    left join std_group_entities as e using (entity_id)
    where e.group_id is null or e.group_id = p.group_id
    union all
    select a.owner, r.valid_from, r.valid_from_hi
    from m_asked as a join std_related_parties as r using (record_id)
    where a.table_name = 'related_parties'
)
select owner, min(lo) as lo, min(hi) as hi from day group by owner;

-- Those who bore the name in turn: their numbers as written, what registers and masters say of them, and when they were seen under it.
create or replace temp table m_turn as
select distinct name_key, bearer as code from m_passed union select name_key, unnest(former) from m_passed;

create or replace temp table m_turn_number as
select t.code, c.value from (select distinct code from m_turn) as t join m_code as c on c.uscc = t.code
union
select t.code, r.value
from (select distinct code from m_turn) as t join m_number_code as k on k.uscc = t.code join m_code as r using (registration_no);

create or replace temp table m_turn_registered as
select n.code, r.* from std_registry_companies as r join m_turn_number as n on n.value = coalesce(r.uscc, r.registration_no);

create or replace temp table m_turn_master as
select n.code, m.* from m_master as m join m_turn_number as n on n.value = coalesce(m.uscc, m.registration_no);

create or replace temp table m_turn_life as
select code, min(founded_on) as founded_lo, max(founded_on_hi) as founded_hi, coalesce(bool_or(len(former_names) > 0), false) as is_renamed
from (
    select code, founded_on, founded_on_hi, former_names from m_turn_registered
    union all
    select code, null, null, former_names from m_turn_master
)
group by code;

create or replace temp table m_turn_seen as
with row as (
    select code, name, as_of, as_of_hi from m_turn_registered where as_of is not null
    union all
    select n.code, s.company_name, s.as_of, s.as_of_hi
    from std_holdings as s join m_turn_number as n on n.value = s.company_uscc where s.as_of is not null
    union all
    select n.code, s.company_name, s.as_of, s.as_of_hi
    from std_appointments as s join m_turn_number as n on n.value = s.company_uscc where s.as_of is not null
)
select r.code, x.name_key, min(r.as_of_hi) as first, max(r.as_of) as last
from row as r join company_name as x on x.value = r.name join m_turn as t on t.code = r.code and t.name_key = x.name_key
group by r.code, x.name_key;

create or replace temp table m_turn_value as  -- what records in question, and companies that bore their names, are told by
with
record as (
    select owner as who, uscc, phone, email, address, bank_account, [legal_representative, contact_name, bank_account_name] as person,
        list_concat(coalesce(former_names, []), coalesce(other_names, [])) as name
    from m_asked_record
    union all by name
    select a.owner as who, r.phone, r.email, r.address, r.bank_account, r.other_names as name
    from m_asked as a join std_related_parties as r using (record_id)
    where a.table_name = 'related_parties'
    union all by name
    select code as who, code as uscc, phone, email, address, [legal_representative] as person, list_append(former_names, name) as name
    from m_turn_registered
    union all by name
    select code as who, phone, email, address, bank_account, [legal_representative, contact_name, bank_account_name] as person,
        list_concat(coalesce(former_names, []), coalesce(other_names, []), [name]) as name
    from m_turn_master
    union all by name
    select n.code as who, [s.person_name] as person from std_appointments as s join m_turn_number as n on n.value = s.company_uscc
    union all by name
    select n.code as who, [s.holder_name] as person from std_holdings as s join m_turn_number as n on n.value = s.company_uscc
),
written as (
    select who, 'phone' as feature, unnest(phone) as written from record
    union
    select who, 'email', unnest(email) from record
    union
    select who, 'address', unnest(address) from record
    union
    select who, 'bank_account', unnest(bank_account) from record
    union
    select who, 'person', unnest(person) from record
    union
    select who, 'name', unnest(name) from record
    union
    select who, 'code', uscc from record
)
select distinct w.who, w.feature,
    case w.feature
        when 'phone' then p.norm
        when 'address' then a.norm
        when 'person' then n.name_key
        when 'name' then c.name_key
        when 'code' then k.uscc
        when 'email' then lower(trim(w.written))
        else nullif(regexp_replace(w.written, '[^0-9A-Za-z]', '', 'g'), '')
    end as value
from written as w
left join phone as p on w.feature = 'phone' and p.value = w.written and p.usable
left join address as a on w.feature = 'address' and a.value = w.written and a.usable
left join person_name as n on w.feature = 'person' and n.value = w.written
left join company_name as c on w.feature = 'name' and c.value = w.written
left join m_code as k on w.feature = 'code' and k.value = w.written
where w.written is not null;

create or replace temp table m_reused as
with
asked as (select distinct owner, name_key, bearer, former from m_asked where owner is not null),
turn as (
    select owner, name_key, bearer as code, true as bears from asked union all select owner, name_key, unnest(former), false from asked
),
shared as (
    select t.owner, t.name_key, bool_or(t.bears) as bearer, bool_or(not t.bears) as former
    from turn as t
    join m_turn_value as l on l.who = t.owner
    join m_turn_value as r on r.who = t.code and r.feature = l.feature and r.value = l.value
    where l.feature <> 'name' or l.value <> t.name_key
    group by t.owner, t.name_key
),
told as (
    select t.owner, t.name_key, any_value(b.lo) as lo, any_value(b.hi) as hi,
        max(l.founded_lo) filter (where t.bears) as founded,
        -- a company that was never called otherwise has borne its name since it was founded
        max(least(s.first, case when not l.is_renamed then l.founded_hi end)) filter (where t.bears) as borne_from,
        max(s.last) filter (where not t.bears) as left_on,
        bool_and(coalesce(l.founded_lo > b.hi, false)) filter (where not t.bears) as all_younger
    from turn as t
    left join m_begun as b using (owner)
    left join m_turn_life as l using (code)
    left join m_turn_seen as s using (code, name_key)
    group by t.owner, t.name_key
),
said as (
    select t.owner, t.name_key,
        coalesce(t.lo >= t.borne_from, false) or t.all_younger or coalesce(s.bearer, false) as for_bearer,
        coalesce(t.hi < t.founded, false) or coalesce(t.hi <= t.left_on and t.left_on < t.borne_from, false)
            or coalesce(s.former, false) as for_former
    from told as t left join shared as s using (owner, name_key)
),
standing as (
    select owner, name_key,
        case when for_bearer and not for_former then 'bearer' when for_former and not for_bearer then 'earlier' else 'undecided' end as standing
    from said
),
masters as (
    select name_key, min(standing) as standing
    from standing
    where owner in (select owner from m_asked where is_master)
    group by name_key
    having min(standing) = max(standing)
),
placed as (
    select a.*, case when a.is_master or s.standing <> 'undecided' then s.standing else o.standing end as standing
    from m_asked as a left join standing as s using (owner, name_key) left join masters as o using (name_key)
)
select table_name, record_id, "row", column_name, name, source_rank, m, standing,
    m_company_number(case standing when 'earlier' then 'f:' else 'n:' end || name_key) as company
from placed
where standing in ('earlier', 'undecided');
