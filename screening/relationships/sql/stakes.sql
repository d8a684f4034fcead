-- Who holds what: stakes of watched people, and of companies in companies.
-- in:  in_holdings, person_link, company, company_mention, rel_watched, rel_entity, rel_sole
-- out: rel_holding  one holding with its life, votes and statement
--      rel_stake    one (watched person, holding in which he is the holder, or for whom a nominee holds)
--      rel_edge     one holding of a company in a company; `cut` says why it is not followed, null when it is

create or replace temp table rel_holding as
select h.record_id, h.row, h.holder_name, h.company_name, h.share_pct, h.voting_pct, h.partner_role, h.acquired_via,
    h.holder_kind, h.valid_from as stated_from, h.valid_to as stated_to,
    h.seen as as_of, coalesce(h.retrieved_on_hi, date '0001-01-01') as retrieved_on,
    coalesce(h.source, '') as source, coalesce(h.provider, '') as provider,
    unnest(rel_life(h.valid_from, h.valid_from_hi, h.valid_to, h.valid_to_hi, h.seen)),
    m.company_id, coalesce(e.entity, m.company_id) as entity, h.company_uscc is not null as company_coded,
    i.scheme is not distinct from 'uscc' as holder_coded, s.company_id is not null as is_sole
from in_holdings h
join company_mention m on m.table_name = 'holdings' and m.column_name = 'company_name' and m.record_id = h.record_id
left join rel_entity e on e.company_id = m.company_id
left join rel_sole s on s.company_id = m.company_id
left join identifier i on i.value = h.holder_id and i.is_valid
where rel_lives(rel_life(h.valid_from, h.valid_from_hi, h.valid_to, h.valid_to_hi, h.seen));

-- An individual business or sole proprietorship belongs to its owner alone. A limited partner has no say unless the row says so.
create or replace temp macro rel_share(h) as coalesce(h.share_pct, case when h.is_sole then 100 end);
create or replace temp macro rel_votes(h) as coalesce(h.voting_pct, case when h.partner_role = 'limited' then 0 end, rel_share(h));

create or replace temp table rel_stake as
select l.watched_id, l.role = 'nominee_for' as nominee, h.*,
    rel_share(h)::double as share, rel_votes(h)::double as votes,
    h.is_sole or h.partner_role is not distinct from 'general' as general,
    l.bits, l.score, l.tier, l.evidence
from person_link l
join rel_watched w using (watched_id)
join rel_holding h on h.record_id = l.record_id
where l.table_name = 'holdings' and l.role in ('holder', 'nominee_for');

create or replace temp table rel_edge as
select m.company_id as holder_id, coalesce(e.entity, m.company_id) as holder, h.*,
    rel_share(h)::double as share, rel_votes(h)::double as votes,
    h.partner_role is not distinct from 'general' as general,
    case c.kind when 'state' then 'state_holders' when 'custodian' then 'custodians' when 'public_body' then 'public_bodies'
        end as cut
from rel_holding h
join company_mention m on m.table_name = 'holdings' and m.column_name = 'holder_name' and m.record_id = h.record_id
join company c on c.company_id = m.company_id
left join rel_entity e on e.company_id = m.company_id
where h.holder_kind is distinct from 'person' and c.kind is distinct from 'person'
    and coalesce(e.entity, m.company_id) <> h.entity;
