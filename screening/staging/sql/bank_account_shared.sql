-- in:    s_vendor
-- out:   issue rows bank_account_shared: an account borne by counterparties of different names and codes; staff records aside
-- grain: one staged row of a master
insert into issue by name
with
account as (
    select v.table_name, v.group_id, a.account, v.record_id, v."row", v.party_id, coalesce(v.code, '') as code, coalesce(v.core_key, v.name) as owner
    from s_vendor as v, lateral (select unnest(v.accounts) as account) as a
    where coalesce(v.party_kind, '') <> 'employee'
),
shared as (
    select table_name, group_id, account, count(distinct party_id) as bearers
    from account group by all
    having count(distinct owner) > 1 and count(distinct case when code = '' then owner else code end) > 1
)
select a.table_name, a."row", a.party_id as key, 'bank_account_shared' as check_id, 'warning' as severity,
    'bank_account' as column_name,
    '银行账号（尾号 ' || min(right(a.account, 4)) || '）由 ' || max(s.bearers) || ' 个名称不同的往来方共用。请核实账户归属。' as message_zh,
    'The bank account (ending in ' || min(right(a.account, 4)) || ') is shared by ' || max(s.bearers)
        || ' counterparties of different names. Verify who owns it.' as message_en
from account as a join shared as s using (table_name, group_id, account)
group by a.table_name, a.record_id, a."row", a.party_id;
