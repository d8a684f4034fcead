-- in:    s_vendor
-- out:   issue rows duplicate_vendor: records of one table and group under several codes that are one counterparty by a valid
--        credit code, by account and core of the name, or by a registered name that no two valid codes share
-- grain: one staged row of a master
insert into issue by name
with
shared as (
    select table_name, group_id, 'uscc' as column_name, code as value, record_id, "row", party_id from s_vendor where code is not null
    union all
    select v.table_name, v.group_id, 'bank_account', a.account || '|' || v.core_key, v.record_id, v."row", v.party_id
    from s_vendor as v, lateral (select unnest(v.accounts) as account) as a
    where v.core_key is not null
    union all  -- one registered name is borne by one company, unless codes say otherwise
    select table_name, group_id, 'name', name_key, record_id, "row", party_id
    from s_vendor
    where legal_form in ('limited', 'joint_stock', 'limited_group', 'joint_stock_group') and name_kind = 'company'
        and (table_name, group_id, name_key) not in (
            select (table_name, group_id, name_key) from s_vendor
            where code is not null group by table_name, group_id, name_key having count(distinct code) > 1
        )
),
twins as (
    select table_name, group_id, column_name, value, list_sort(list(distinct party_id)) as codes
    from shared group by all having count(distinct party_id) > 1
),
found as (
    select s.table_name, s.record_id, s."row", s.party_id, string_agg(distinct s.column_name, ', ' order by s.column_name) as column_name,
        list_sort(list_distinct(flatten(list(list_filter(t.codes, lambda c: c <> s.party_id))))) as others
    from shared as s join twins as t using (table_name, group_id, column_name, value)
    group by all
)
select table_name, "row", party_id as key, 'duplicate_vendor' as check_id, 'warning' as severity, column_name,
    '与下列编码很可能是同一往来方：' || array_to_string(others[1:5], '、') || case when len(others) > 5 then ' 等 ' || len(others) || ' 个' else '' end
        || '。请核对后合并。' as message_zh,
    'Probably the same counterparty as ' || array_to_string(others[1:5], ', ')
        || case when len(others) > 5 then ' and ' || (len(others) - 5) || ' more' else '' end || '. Check and unite them.' as message_en
from found;
