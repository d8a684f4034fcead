-- in:    m_pair(w, m), m_watched_number, m_mention
-- out:   m_number_pair: distinct pairs of canonical numbers to compare
-- grain: (left_number, right_number); only numbers of one scheme, or of one length (a resident number but for one) where a scheme is unknown
-- A passport beside an identity card can be one person's: two schemes are never compared. Of some documents a person has several
-- in a life (passports are renewed, Taiwan replaced its residence numbers of two letters in 2021): another number says nothing.
create or replace temp table m_number_pair as
select left_number, right_number, bool_or(is_resident) as is_resident, bool_and(is_valid) as is_valid, bool_and(is_lifelong) as is_lifelong
from (
    select distinct n.number as left_number, m.number as right_number,
        n.scheme = 'resident_id' or m.scheme = 'resident_id' as is_resident,
        -- equal numbers are right when one side states the check digit that the other leaves out
        case when n.number = m.number then coalesce(n.is_valid, false) or coalesce(m.is_valid, false)
            else coalesce(n.is_valid, false) and coalesce(m.is_valid, false) end as is_valid,
        n.scheme = m.scheme and (
            n.scheme in ('resident_id', 'hkid', 'macau_id', 'permit')
            or n.scheme = 'taiwan_id' and regexp_matches(n.number, '^.[0-9]') and regexp_matches(m.number, '^.[0-9]')
        ) as is_lifelong
    from m_pair as p
    join m_watched_number as n using (w)
    join m_mention as m using (m)
    where m.number is not null
        and (n.scheme = m.scheme or 'unknown' in (n.scheme, m.scheme))
        and (length(n.number) = length(m.number) or contains(n.number, '…') or contains(m.number, '…')
            -- a place too few or too many
            or 'resident_id' in (n.scheme, m.scheme) and n.is_full and m.is_full and abs(length(n.number) - length(m.number)) = 1)
)
group by left_number, right_number
order by left_number, right_number;
