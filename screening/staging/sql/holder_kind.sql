-- in:    std_holdings, dictionaries company_name and identifier
-- out:   std_holdings.holder_kind where it was empty and number or name leave no doubt
-- grain: one shareholding
update std_holdings as h set holder_kind = k.kind
from (
    select s.record_id,
        case
            when i.scheme in ('uscc', 'registration_no', 'org_code', 'tax_no', 'business_no', 'registry_no', 'lei') then 'organisation'
            when i.scheme in ('resident_id', 'hkid', 'macau_id', 'taiwan_id', 'permit', 'tw_permit', 'residence', 'passport') then 'person'
            when n.kind = 'person' then 'person'
            when n.legal_form is not null or n.kind in ('state', 'custodian', 'public_body') then 'organisation'
        end as kind
    from std_holdings as s
    left join identifier as i on i.value = s.holder_id and not i.is_placeholder
    left join company_name as n on n.value = s.holder_name
    where s.holder_kind is null
) as k
where k.record_id = h.record_id and k.kind is not null;
