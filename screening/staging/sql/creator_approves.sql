-- in:    s_vendor, std_transactions
-- out:   issue rows creator_approves: the account that created a master record also approves its documents
-- grain: one staged row of a master
insert into issue by name
select v.table_name, v."row", v.party_id as key, 'creator_approves' as check_id, 'warning' as severity,
    'created_by, approver_id' as column_name,
    '建档账号也审批了该往来方的 ' || count(*) || ' 笔业务，建档与审批未分离。请核实授权。' as message_zh,
    'The account that created this record also approved ' || count(*) || ' of its documents; creating and approving'
        || ' are not separated. Check the authorisation.' as message_en
from s_vendor as v
join std_transactions as t on t.party_id = v.party_id and t.approver_id = v.created_by
where coalesce(t.party_table, case when t.kind = 'sale' then 'customers' else 'suppliers' end) = v.table_name
group by v.table_name, v.record_id, v."row", v.party_id;
