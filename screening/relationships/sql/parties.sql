-- Who may be tied to whom: counterparties, the companies that are or may be theirs, the group's own companies, and people.
-- in:  party, company, company_link, company_mention, company_name, business_watch, watched, kin, rel_entity, in_group_entities,
--      in_registry_companies, in_officers, in_related_parties
-- out: rel_party         one counterparty that is not excluded; party_table 'business' for companies of business_watch, in a master
--                        or not, with the company as party_id: ties to them are read by `businesses` and never leave as they are
--      rel_link          one ordered pair of companies that are probably the same
--      rel_reach         one (counterparty, company in which a fact about it may stand); link columns null for its own company
--      rel_own_company   one (group, company that is an entity of that group)
--      rel_sole          one company that is its owner: individual business or sole proprietorship
--      rel_officer       one (group, officer) with the name to show
--      rel_watched       one watched identity with its kin row; emergency contacts are left out

create or replace temp table rel_party as
select p.*, c.kind as company_kind,
    -- Only a joint-stock company can be listed in the PRC: individual businesses, partnerships and limited companies with a
    -- PRC credit code are not. Without a code 有限公司 may be a Hong Kong "Limited", which can be.
    coalesce(p.listed, c.listed, case
        when p.party_kind in ('sole_trader', 'person') or c.kind = 'sole_trader'
            or n.legal_form in ('partnership', 'limited_partnership', 'sole_trader', 'sole_proprietorship', 'cooperative')
            or (n.legal_form in ('limited', 'limited_group') and coalesce(p.uscc, c.uscc) like '9%') then false
    end) as is_listed
from party p
left join company c using (company_id)
left join company_name n on n.value = c.name
where p.excluded_as is null
union all by name
select 'business' as party_table, b.group_id, b.company_id as party_id, b.company_id, c.name, c.uscc, c.kind as company_kind,
    c.listed as is_listed
from (select distinct group_id, company_id from business_watch) b
join company c using (company_id);

create or replace temp table rel_link as
select left_id as company_id, right_id as other_id, basis, bits, score, tier, evidence from company_link
union all
select right_id, left_id, basis, bits, score, tier, evidence from company_link;

create or replace temp table rel_reach as
select party_table, group_id, party_id, company_id, null::varchar as basis, null::double as same_bits,
    null::double as same_score, null::varchar as same_tier, null::varchar as same_evidence
from rel_party
where company_id is not null
union all
select p.party_table, p.group_id, p.party_id, l.other_id, l.basis, l.bits, l.score, l.tier, l.evidence
from rel_party p
join rel_link l using (company_id)
where l.basis is not null and (p.party_table <> 'business' or l.tier in ('A', 'B'));

create or replace temp table rel_own_company as
with own as (
    select g.group_id, m.company_id, min(g.entity_id) as entity_id
    from in_group_entities g
    join company_mention m on m.table_name = 'group_entities' and m.column_name = 'name' and m.record_id = g.record_id
    group by all
    union
    select group_id, company_id, entity_id from company where entity_id is not null and group_id is not null
)
from own
union
-- the same company under another name, and its branches
select o.group_id, other.company_id, o.entity_id
from own o
join rel_entity e using (company_id)
join rel_entity other using (entity);

create or replace temp table rel_sole as
select c.company_id from company c where c.kind = 'sole_trader'
union
select c.company_id from company c
join company_name n on n.value = c.name
where n.legal_form in ('sole_trader', 'sole_proprietorship')
union
select m.company_id
from in_registry_companies r
join company_mention m on m.table_name = 'registry_companies' and m.column_name = 'name' and m.record_id = r.record_id
where regexp_matches(r.company_type, '个体|個體|个人独资|個人獨資')
union
select company_id from rel_party where party_kind = 'sole_trader' and company_id is not null;

create or replace temp table rel_officer as
select group_id, officer_id, min(name) as name from in_officers group by all;

create or replace temp table rel_watched as
select w.watched_id, w.kind, w.group_id, w.officer_id, w.related_id, o.name as officer_name, w.name,
    w.record_id, w.row, k.kin_code, k.perimeter, k.hk_class,
    case when k.officer_id is not null
        then rel_life(r.valid_from, r.valid_from_hi, r.valid_to, r.valid_to_hi, date '0001-01-01') end as kin_life,
    r.valid_from as kin_from, r.valid_to as kin_to
from watched w
left join rel_officer o using (group_id, officer_id)
left join kin k on k.officer_id = w.officer_id and k.related_id = w.related_id
left join in_related_parties r on w.related_id is not null and r.record_id = w.record_id
where not coalesce(k.perimeter = 'none' and k.kin_code is null, false);
