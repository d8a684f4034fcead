-- People who hold at least 5 % of a group entity and are, or own 30 % of, a counterparty of the group.
-- in:  rel_holding, rel_own_company, rel_party, rel_reach, rel_edge, in_holdings, in_<masters>, identifier, person_name
-- out: rel_person_shareholder  one (stake in a group entity, counterparty); `by_id` where the identity number says that it is one
--      person, else the name alone does

create or replace temp table rel_person_stake as
select h.*, g.group_id, g.entity_id, n.name_key, n.bits as name_bits, case when i.is_full and i.is_valid and not i.is_placeholder
    then i.norm end as number
from rel_holding h
join in_holdings d using (record_id)
join rel_own_company g using (company_id)
left join person_name n on n.value = h.holder_name
left join identifier i on i.value = d.holder_id and i.scheme <> 'uscc'
where greatest(h.share_pct, h.voting_pct) >= 5 and not exists (from rel_edge e where e.record_id = h.record_id)
    and coalesce(h.holder_kind = 'person', n.name_key is not null);

create or replace temp table rel_person_party as
select p.party_table, p.group_id, p.party_id, p.name, p.is_listed, n.name_key,
    max(i.norm) filter (where i.is_full and i.is_valid and not i.is_placeholder) as number
from rel_party p
join (
    select 'suppliers' as party_table, group_id, party_id, coalesce(id_number, uscc) as id_number from in_suppliers
    union all
    select 'customers', group_id, party_id, coalesce(id_number, uscc) from in_customers
    union all
    select 'competitors', group_id, party_id, coalesce(id_number, uscc) from in_competitors
) m using (party_table, group_id, party_id)
left join identifier i on i.value = m.id_number and i.scheme <> 'uscc'
left join person_name n on n.value = p.name
where p.party_kind in ('person', 'sole_trader')
group by all;

create or replace temp table rel_person_shareholder as
select s.* exclude (name_key, number), p.party_table, p.party_id, p.name as party_name, p.is_listed, 'direct' as detail,
    coalesce(s.number = p.number, false) as by_id,
    (select count(*) from rel_person_party q where q.group_id = s.group_id) as people,
    null::varchar as held_name, null::bigint as held_row, null::double as held_share, null::date as held_from,
    null::date as held_to, {'proven_from': date '0001-01-01', 'proven_to': null::date, 'possible_from': null::date,
        'possible_to': null::date} as held_life
from rel_person_stake s
join rel_person_party p
    on p.group_id = s.group_id and (p.number = s.number or (p.name_key = s.name_key and (p.number is null or s.number is null)))
union all by name
-- a company in which the same person has at least 30 % of the votes
select s.* exclude (name_key, number), r.party_table, r.party_id, p.name as party_name, p.is_listed, 'associate' as detail,
    true as by_id, null::bigint as people, h.company_name as held_name, h.row as held_row, rel_share(h)::double as held_share,
    h.stated_from as held_from, h.stated_to as held_to,
    {'proven_from': h.proven_from, 'proven_to': h.proven_to, 'possible_from': h.possible_from, 'possible_to': h.possible_to}
        as held_life
from rel_person_stake s
join identifier i on i.norm = s.number
join in_holdings d on d.holder_id = i.value and d.record_id <> s.record_id
join rel_holding h on h.record_id = d.record_id
join rel_reach r on r.company_id = h.company_id and r.group_id = s.group_id and r.same_tier is null
join rel_party p on p.party_table = r.party_table and p.group_id = r.group_id and p.party_id = r.party_id
where rel_votes(h) >= 30;
