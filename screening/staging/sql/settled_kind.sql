-- in:    std_holdings, whose empty kinds have been filled; s_doubted_kind (holder_kinds.py); dictionary identifier
-- out:   std_holdings.holder_kind as stated unless a valid number says otherwise; issue rows holder_kind_contradicted for the others
-- grain: one shareholding
update std_holdings as h set holder_kind = d.holder_kind from s_doubted_kind as d
where d.record_id = h.record_id
    and (h.holder_kind is null or h.holder_id not in (select value from identifier where is_valid and not is_placeholder));

insert into issue by name
select 'holdings' as table_name, h."row", nullif(concat_ws(' / ', h.company_name, h.holder_name), '') as key,
    'holder_kind_contradicted' as check_id, 'warning' as severity, 'holder_kind' as column_name,
    '股东类型与其证件号码矛盾，已按证件号码处理。请核对。' as message_zh,
    'The kind of shareholder contradicts his number and was taken from the number. Check the row.' as message_en
from s_doubted_kind as d join std_holdings as h using (record_id)
where h.holder_kind is distinct from d.holder_kind;

drop table s_doubted_kind;
