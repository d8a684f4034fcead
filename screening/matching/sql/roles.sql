-- in:    std_holdings, std_related_parties, m_relation(relationship, is_emergency, is_organisation), dictionaries
-- out:   m_holder(record_id, is_organisation): holdings of an organisation, nobody else's
--        m_related(record_id, is_organisation): all but emergency contacts, who are nobody's kin and no key
-- grain: one row per staged record
create or replace temp table m_holder as
select record_id, true as is_organisation from std_holdings where holder_kind = 'organisation'
union all
select h.record_id, true
from std_holdings as h
left join identifier as i on i.value = h.holder_id and not i.is_placeholder
left join company_name as n on n.value = h.holder_name
where h.holder_kind is null
    and (i.scheme in ('uscc', 'registration_no', 'org_code', 'tax_no', 'business_no', 'registry_no', 'lei')
        or (i.scheme is null or i.scheme = 'unknown') and n.kind <> 'person');

create or replace temp table m_related as
select r.record_id,
    coalesce(r.kind = 'organisation', i.scheme in ('uscc', 'registration_no', 'org_code', 'tax_no', 'business_no', 'registry_no', 'lei')
        or t.is_organisation or n.kind <> 'person', false) as is_organisation
from std_related_parties as r
left join m_relation as t using (relationship)
left join identifier as i on i.value = r.id_number and not i.is_placeholder
left join company_name as n on n.value = r.name
where not coalesce(t.is_emergency, false);
