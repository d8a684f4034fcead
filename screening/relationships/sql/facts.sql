-- Ties that need no walk: posts, being the counterparty oneself, shared values, financing and gifts.
-- in:  person_link, company_watch, attribute_link, rel_watched, rel_officer, rel_party, rel_reach, rel_link, rel_sole,
--      rel_own_company, rel_post_kind, rel_gift_party, in_appointments, in_registry_companies, in_<masters>, in_financing,
--      in_gifts, in_officers, in_group_entities, company_mention
-- out: rel_seen  one row in which a person stands in a company: its life and statement
--      rel_fact  one tie before it gets its path; link columns of the person (or company) and of the counterparty's company

create or replace temp view rel_seen as
select 'appointments' as table_name, record_id, row, role, company_name, nominated_by, valid_from as stated_from,
    valid_to as stated_to, seen as as_of, coalesce(retrieved_on_hi, date '0001-01-01') as retrieved_on, source, provider,
    rel_life(valid_from, valid_from_hi, valid_to, valid_to_hi, seen) as life,
    rel_life(valid_from, valid_from_hi, valid_to, valid_to_hi, date '0001-01-01') as own_life
from in_appointments
union all by name
select 'registry_companies' as table_name, record_id, row, name as company_name, seen as as_of,
    rel_life(null, null, null, null, seen) as life, rel_life(null, null, null, null, date '0001-01-01') as own_life
from in_registry_companies
union all by name
select table_name, record_id, row, name as company_name, seen as as_of, rel_life(null, null, null, null, seen) as life,
    rel_life(null, null, null, null, date '0001-01-01') as own_life
from (
    select 'suppliers' as table_name, record_id, row, name, seen from in_suppliers
    union all
    select 'customers', record_id, row, name, seen from in_customers
    union all
    select 'competitors', record_id, row, name, seen from in_competitors
);

-- A person in a company that is, or probably is, a counterparty of his group.
create or replace temp table rel_placed as
select w.watched_id, w.group_id, w.officer_id, w.related_id, l.role as link_role, l.table_name, l.record_id, l.row, l.company_id,
    s.company_name, s.role, s.nominated_by, s.stated_from, s.stated_to, s.as_of,
    coalesce(s.retrieved_on, date '0001-01-01') as retrieved_on, coalesce(s.source, '') as source,
    coalesce(s.provider, '') as provider, s.life, s.own_life, l.mention_name, l.bits, l.score, l.tier, l.evidence,
    p.party_table, p.party_id, p.name as party_name, p.party_kind, p.is_listed,
    r.same_bits, r.same_score, r.same_tier, r.same_evidence,
    case when l.table_name = 'appointments' then k.kind when l.role = 'legal_representative' then l.role end as post_kind,
    o.company_id is not null as is_sole
from person_link l
join rel_watched w using (watched_id)
join rel_reach r on r.group_id = w.group_id and r.company_id = l.company_id
join rel_party p on p.party_table = r.party_table and p.group_id = r.group_id and p.party_id = r.party_id
join rel_seen s on s.table_name = l.table_name and s.record_id = l.record_id
left join rel_post_kind k on k.role = s.role
left join rel_sole o on o.company_id = l.company_id
where l.role in ('post', 'legal_representative', 'contact', 'payee', 'party_self') and rel_lives(s.life);

create or replace temp table rel_fact as
-- A sole trader is its proprietor: a post in it, as proprietor or legal representative, is being the counterparty. That holds
-- for as long as the business exists, unless the row says otherwise.
select * exclude (life, own_life, party_kind, is_sole, link_role, post_kind, role),
    'self' as kind,
    case when link_role = 'party_self' then 'person' else post_kind end as detail,
    own_life as life,
    case when link_role = 'party_self' and not is_sole then 'is' else 'owns' end as relation,
    case when is_sole then 100 end as share_pct,
    is_sole as owns
from rel_placed
where link_role = 'party_self' or (is_sole and post_kind in ('proprietor', 'legal_representative'))
union all by name
select * exclude (own_life, party_kind, is_sole, link_role, post_kind, role),
    -- whom a master names as its contact, or in whose name its account stands, holds no post by that
    case when post_kind = 'liaison' or link_role in ('contact', 'payee') then 'attribute' else 'post' end as kind,
    case when link_role in ('contact', 'payee') then link_role else post_kind end as detail,
    coalesce(case when link_role in ('contact', 'payee') then link_role else post_kind end, role) as relation,
    case when post_kind is distinct from 'liaison' and link_role not in ('contact', 'payee') then exists (
        from company_mention m
        join rel_own_company g on g.company_id = m.company_id and g.group_id = rel_placed.group_id
        where m.table_name = rel_placed.table_name and m.record_id = rel_placed.record_id and m.column_name = 'nominated_by'
    ) end as nominee
from rel_placed
where link_role <> 'party_self' and not (is_sole and coalesce(post_kind in ('proprietor', 'legal_representative'), false))
union all by name
-- A related organisation that is the counterparty.
select w.watched_id, w.group_id, w.officer_id, w.related_id, 'related_parties' as table_name, w.record_id, w.row,
    c.company_id, w.name as company_name, c.bits, c.score, c.tier, c.evidence,
    p.party_table, p.party_id, p.name as party_name, p.is_listed, r.same_bits, r.same_score, r.same_tier, r.same_evidence,
    'self' as kind, 'organisation' as detail, 'is' as relation,
    rel_life(null, null, null, null, date '0001-01-01') as life, false as owns
from company_watch c
join rel_watched w using (watched_id)
join rel_reach r on r.group_id = w.group_id and r.company_id = c.company_id
join rel_party p on p.party_table = r.party_table and p.group_id = r.group_id and p.party_id = r.party_id
-- company_watch already lists companies that are probably the same: one guess, not two
where r.same_tier is null or c.basis in ('uscc', 'name')
union all by name
select w.watched_id, w.group_id, w.officer_id, w.related_id, a.table_name, a.record_id, a.row,
    p.name as company_name, a.bits, a.score, a.tier, a.evidence, p.party_table, p.party_id, p.name as party_name, p.is_listed,
    'attribute' as kind, a.attribute as detail, a.attribute as relation,
    {'proven_from': null::date, 'proven_to': null::date, 'possible_from': null::date, 'possible_to': null::date} as life
from attribute_link a
join rel_watched w using (watched_id)
join rel_party p on p.party_table = a.party_table and p.group_id = a.group_id and p.party_id = a.party_id
where a.group_id = w.group_id;
