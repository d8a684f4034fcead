-- Loans, guarantees and gifts: the officer is known by his code, the counterparty by code or name.
-- in:  in_financing, in_gifts, in_officers, in_related_parties, in_group_entities, company_mention, company_name, person_name,
--      rel_officer, rel_party, rel_reach, kin, watched
-- out: rel_named     one (register row, counterparty it names); `by_code` where both show the credit code, `by_name` where only
--                    the name of a person agrees
--      rel_register  one tie to a counterparty of the officer's group before it gets its path

create or replace temp table rel_name_key as
select value, core_key as key from company_name where core_key is not null
union
select value, name_key from person_name where name_key is not null;

create or replace temp table rel_register_row as
select 'financing' as table_name, f.record_id, f.row, coalesce(f.officer_id, r.officer_id) as officer_id, f.related_id,
    f.counterparty_name, f.counterparty_uscc, 'financing' as kind, f.kind as detail, f.amount, f.currency,
    f.is_financial_institution, f.valid_from as stated_from, f.valid_to as stated_to, null::date as event_on,
    null::date as handed_in_on, null::varchar as direction,
    rel_life(f.valid_from, f.valid_from_hi, f.valid_to, f.valid_to_hi, f.seen) as life
from in_financing f
left join (select related_id, min(officer_id) as officer_id from in_related_parties group by all having count(distinct officer_id) = 1) r
    using (related_id)
union all by name
select 'gifts' as table_name, record_id, row, officer_id, null::varchar as related_id, counterparty_name, counterparty_uscc,
    'gift' as kind, form as detail, value as amount, currency, null::boolean as is_financial_institution,
    occurred_on as stated_from, occurred_on_hi as stated_to, occurred_on as event_on, handed_in_on, direction,
    rel_day(occurred_on, occurred_on_hi) as life
from in_gifts;

create or replace temp table rel_named as
with officer_group as (select distinct group_id, officer_id from in_officers),
by_company as (
    select g.table_name, g.record_id, r.party_table, r.group_id, r.party_id, r.same_bits, r.same_score, r.same_tier,
        r.same_evidence, g.counterparty_uscc is not null and p.uscc is not null and r.same_tier is null as by_code
    from rel_register_row g
    join officer_group o using (officer_id)
    join company_mention m
        on m.table_name = g.table_name and m.record_id = g.record_id and m.column_name = 'counterparty_name'
    join rel_reach r on r.company_id = m.company_id and r.group_id = o.group_id
    join rel_party p on p.party_table = r.party_table and p.group_id = r.group_id and p.party_id = r.party_id
),
by_person as (
    select g.table_name, g.record_id, p.party_table, p.group_id, p.party_id
    from rel_register_row g
    join officer_group o using (officer_id)
    join rel_name_key k on k.value = g.counterparty_name
    join rel_name_key l using (key)
    join rel_party p on p.name = l.value and p.group_id = o.group_id and p.party_kind in ('person', 'sole_trader')
    group by all
)
select *, false as by_name from by_company
union all by name
select *, false as by_code, true as by_name from by_person b
where not exists (
    from by_company c
    where c.table_name = b.table_name and c.record_id = b.record_id and c.party_table = b.party_table
        and c.group_id = b.group_id and c.party_id = b.party_id
);

create or replace temp table rel_place_of_work as
select o.officer_id, bool_and(e.jurisdiction = 'HK') as in_hong_kong
from in_officers o
join in_group_entities e using (entity_id)
group by all;

create or replace temp table rel_register as
select g.* exclude (currency, is_financial_institution), n.* exclude (table_name, record_id), p.name as party_name, p.is_listed,
    coalesce(g.is_financial_institution, p.is_financial_institution) as is_financial_institution,
    case when g.amount is not null
        then coalesce(g.currency, case when w.in_hong_kong then 'HKD' else 'CNY' end) else g.currency end as currency,
    g.counterparty_name as company_name, f.name as officer_name
from rel_register_row g
join rel_named n using (table_name, record_id)
join rel_party p on p.party_table = n.party_table and p.group_id = n.group_id and p.party_id = n.party_id
join rel_officer f on f.group_id = n.group_id and f.officer_id = g.officer_id
left join rel_place_of_work w on w.officer_id = g.officer_id
where rel_lives(g.life)
    and not exists (
        from kin k where k.officer_id = g.officer_id and k.related_id = g.related_id
            and k.perimeter = 'none' and k.kin_code is null
    );
