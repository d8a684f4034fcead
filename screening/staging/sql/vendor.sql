-- in:    s_master (the delivered masters, one under the other), dictionaries company_name and identifier
-- out:   s_vendor: one master record with its standard values; accounts with hidden digits tie nothing and are left out
-- grain: one staged row of a master
create or replace temp table s_vendor as
select m.*, n.name_key, n.core_key, n.legal_form, n.kind as name_kind, case when i.is_valid and i.scheme = 'uscc' then i.norm end as code,
    list_filter(m.bank_account, lambda a: not contains(a, '*')) as accounts
from s_master as m
left join company_name as n on n.value = m.name
left join identifier as i on i.value = m.uscc;
