-- in:    std_related_parties, s_relation_kind(relationship, person, organisation), dictionaries company_name and identifier
-- out:   std_related_parties.kind where it was empty: by number, by relation, by name, else a person
-- grain: one related party
update std_related_parties as r set kind =
    case
        when (select bool_or(i.scheme in ('uscc', 'registration_no', 'org_code', 'tax_no', 'business_no', 'registry_no', 'lei')) from identifier as i where i.value = r.id_number) then 'organisation'
        when (select bool_or(k.person) from s_relation_kind as k where k.relationship = r.relationship) then 'person'
        when (select bool_or(k.organisation) from s_relation_kind as k where k.relationship = r.relationship) then 'organisation'
        when (select bool_or(n.kind <> 'person' and (n.legal_form is not null or n.kind in ('state', 'custodian', 'public_body')))
              from company_name as n where n.value = r.name) then 'organisation'
        else 'person'
    end
where r.kind is null;
