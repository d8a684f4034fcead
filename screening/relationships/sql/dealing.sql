-- Business with counterparties: the masters' own intervals, and single transactions.
-- in:  party, in_suppliers, in_customers, in_competitors, in_transactions, in_group_entities, in_user_accounts,
--      company_mention, rel_party
-- out: dealing (internal.py)

create or replace temp table rel_master as
select 'suppliers' as party_table, group_id, party_id, entity_id, status, created_on, dealing_from, dealing_from_hi, dealing_to,
    dealing_to_hi, record_id, row, seen, name from in_suppliers
union all
select 'customers', group_id, party_id, entity_id, status, created_on, dealing_from, dealing_from_hi, dealing_to, dealing_to_hi,
    record_id, row, seen, name from in_customers
union all
select 'competitors', group_id, party_id, entity_id, status, created_on, dealing_from, dealing_from_hi, dealing_to, dealing_to_hi,
    record_id, row, seen, name from in_competitors;

-- A record without a start is true on the day it was delivered and from then on; it cannot be older than itself. A closed record
-- without an end ended on an unknown day before it was delivered, so it proves nothing. A competitor without a start has been
-- one for an unknown time.
insert into dealing by name
with own as (
    select m.*, case
        when rel_closed(status) and dealing_to is null then {
            'proven_from': null::date, 'proven_to': null::date,
            'possible_from': coalesce(dealing_from, case when party_table <> 'competitors' then created_on end),
            'possible_to': seen
        }
        when dealing_from is null and party_table <> 'competitors'
            then struct_update(rel_life(null, null, dealing_to, dealing_to_hi, seen), possible_from := created_on)
        else rel_life(dealing_from, dealing_from_hi, dealing_to, dealing_to_hi, seen)
    end as life
    from rel_master m
)
select o.group_id, o.party_table, o.party_id,
    case when o.party_table = 'competitors' then 'competition' else 'registered_only' end as basis,
    unnest(o.life), o.entity_id, o.party_table as table_name, o.record_id, o.row
from own o
join rel_party p using (party_table, group_id, party_id)
where rel_lives(o.life);

-- Which counterparty a transaction means: by code in the table that is named or that follows from the kind, else in the one table
-- that has the code, else in the one whose record bears the name; without a code by company; with an unknown code by name.
create or replace temp table rel_trade as
select t.*, e.group_id, coalesce(t.party_table, case t.kind when 'purchase' then 'suppliers' when 'sale' then 'customers' end) as wanted,
    coalesce(t.currency, case when t.amount is not null then case when e.jurisdiction = 'HK' then 'HKD' else 'CNY' end end) as money
from in_transactions t
left join (select entity_id, min(group_id) as group_id, min(jurisdiction) as jurisdiction from in_group_entities group by all) e
    using (entity_id);

create or replace temp table rel_trade_party as
with coded as (
    select t.record_id, t.wanted, p.party_table, p.group_id, p.party_id, p.name is not distinct from t.party_name as named
    from rel_trade t
    join rel_party p on p.party_id = t.party_id and (t.group_id is null or p.group_id = t.group_id)
    where t.party_id is not null
),
unnamed as (
    select t.record_id, t.wanted, p.party_table, p.group_id, p.party_id, true as named
    from rel_trade t
    join company_mention m on m.table_name = 'transactions' and m.record_id = t.record_id and m.column_name = 'party_name'
    join rel_party p on p.company_id = m.company_id and (t.group_id is null or p.group_id = t.group_id)
    where t.party_id is null
),
-- a code that no master has: the name decides
uncoded as (
    select t.record_id, t.wanted, p.party_table, p.group_id, p.party_id, true as named
    from rel_trade t
    join rel_party p on p.name = t.party_name and (t.group_id is null or p.group_id = t.group_id)
    where t.party_id is not null and not exists (from party q where q.party_id = t.party_id)
),
ranked as (
    select *, rank() over (
        partition by record_id
        order by party_table is distinct from wanted, not named, party_table = 'competitors'
    ) as place,
    count(distinct group_id) over (partition by record_id) as groups
    from (from coded union all from unnamed union all from uncoded)
),
best as (select *, count(distinct party_table) over (partition by record_id) as tables from ranked where place = 1)
-- a table that was named or follows from the kind decides; elsewhere a code that several tables have means none of them
select record_id, party_table, group_id, party_id
from best
where groups = 1 and (tables = 1 or party_table = wanted);

insert into dealing by name
select p.group_id, p.party_table, p.party_id,
    case when t.document_type in ('contract', 'order') then 'contract' when t.document_type = 'bid' then 'bid' else 'transaction' end
        as basis,
    t.kind, unnest(rel_day(t.transacted_on, t.transacted_on_hi)), t.amount, t.money as currency, t.document_type, t.entity_id,
    r.officer_id as requester_officer, a.officer_id as approver_officer,
    'transactions' as table_name, t.record_id, t.row
from rel_trade t
join rel_trade_party p using (record_id)
left join (select user_id, min(officer_id) as officer_id from in_user_accounts group by all) r on r.user_id = t.requester_id
left join (select user_id, min(officer_id) as officer_id from in_user_accounts group by all) a on a.user_id = t.approver_id;
