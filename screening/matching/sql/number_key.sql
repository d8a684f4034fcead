-- in:    m_watched_number, m_mention, m_mask_pair(watched_mask, mention_mask, common)
-- out:   m_number_key(w, m, is_full): pairs whose identity numbers agree in every place that both show, where those are worth a key
-- grain: distinct pairs, of any group
create or replace temp table m_number_key as
with
left_mask as (select distinct w, number, regexp_replace(number, '[^*]', '1', 'g') as mask from m_watched_number),
right_mask as (select m, number, regexp_replace(number, '[^*]', '1', 'g') as mask from m_mention where number is not null),
left_shown as (
    select distinct l.w, c.common,
        array_to_string([case when c.common[i] = '1' then l.number[i] else '*' end for i in range(1, length(c.common) + 1)], '') as shown
    from left_mask as l join m_mask_pair as c on c.watched_mask = l.mask
),
right_shown as (
    select distinct r.m, c.common,
        array_to_string([case when c.common[i] = '1' then r.number[i] else '*' end for i in range(1, length(c.common) + 1)], '') as shown
    from right_mask as r join m_mask_pair as c on c.mention_mask = r.mask
)
select l.w, r.m, bool_or(not contains(shown, '*')) as is_full from left_shown as l join right_shown as r using (common, shown) group by all;
