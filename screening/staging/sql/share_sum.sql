-- in:    std_holdings, dictionary company_name
-- out:   issue rows share_sum: holdings of a company whose holders, at one time and in one extract, have more than 100 %
-- grain: one shareholding
-- A holder counts once, with his largest share; ended holdings do not count; half a percent may come from rounding.
insert into issue by name
with
live as (
    select h.record_id, h."row", concat_ws(' / ', h.company_name, h.holder_name) as key, coalesce(h.company_uscc, n.name_key) as company,
        coalesce(p.name_key, h.holder_name) as holder, h.share_pct, h.as_of, h.provider
    from std_holdings as h
    left join company_name as n on n.value = h.company_name
    left join company_name as p on p.value = h.holder_name
    where h.share_pct is not null and h.partner_role is distinct from 'general'
        and (h.valid_to_hi is null or h.as_of is not null and h.valid_to > h.as_of)
),
one as (select company, as_of, provider, holder, max(share_pct) as share_pct from live group by all),
over as (
    select company, as_of, provider, sum(share_pct)::decimal(18, 2) as total
    from one group by all having sum(share_pct) > 100 + 0.5
)
select 'holdings' as table_name, "row", key, 'share_sum' as check_id, 'warning' as severity, 'share_pct' as column_name,
    '该企业各股东的持股比例合计 ' || total || '%，超过 100%。请核对股东是否重复或已退出。' as message_zh,
    'The shares of this company''s holders add up to ' || total
        || ' %. Check for holders listed twice or no longer there.' as message_en
from live join over on over.company = live.company and over.as_of is not distinct from live.as_of
    and over.provider is not distinct from live.provider;
