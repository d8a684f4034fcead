-- in:    m_watched_shape, m_said_shape, m_mask_pair(watched_shape, mention_shape, common, start_n, size_n)
-- out:   m_number_match(left_number, right_number, is_full): distinct numbers that agree in the places that both show, where those are worth a key
-- grain: distinct pairs, of any group
-- A gap of unknown length (`…`) is laid out in the length of the other number, so that its end meets the other's end.
create or replace temp table m_number_match as
with
left_laid as (
    select l.number as left_number, l.scheme, c.*,
        case when contains(l.number, '…') then replace(l.number, '…', repeat('*', length(c.common) - length(l.number) + 1)) else l.number end
            as number
    from m_watched_shape as l join m_mask_pair as c on c.watched_shape = l.shape
),
right_laid as (
    select r.number as right_number, r.scheme, c.*,
        case when contains(r.number, '…') then replace(r.number, '…', repeat('*', length(c.common) - length(r.number) + 1)) else r.number end
            as number
    from m_said_shape as r join m_mask_pair as c on c.mention_shape = r.shape
),
left_key as (
    select left_number, scheme, watched_shape, mention_shape, common,
        substr(number, start_0, size_0) || substr(number, start_1, size_1) || substr(number, start_2, size_2) as shown
    from left_laid
),
right_key as (
    select right_number, scheme, watched_shape, mention_shape,
        substr(number, start_0, size_0) || substr(number, start_1, size_1) || substr(number, start_2, size_2) as shown
    from right_laid
)
select distinct l.left_number, r.right_number, not contains(l.common, '*') as is_full
from left_key as l join right_key as r using (watched_shape, mention_shape, shown)
where l.scheme = r.scheme or 'unknown' in (l.scheme, r.scheme);
