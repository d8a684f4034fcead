-- in:    m_watched_number, m_said_number(number, scheme)
-- out:   m_watched_shape, m_said_shape(number, scheme, shape): how a number is masked: `1` per place shown, `*` and `…` as they stand
-- grain: one distinct number
-- Nearly every mask hides one run of places; the replacement place by place, seven times as dear, is left to the others.
create or replace temp macro m_shape(number, gap) as
    case
        when gap = '' then repeat('1', length(number))
        when regexp_matches(gap, '[^*…]') then regexp_replace(number, '[^*…]', '1', 'g')
        else repeat('1', instr(number, gap) - 1) || gap || repeat('1', length(number) - instr(number, gap) - length(gap) + 1)
    end;

create or replace temp table m_watched_shape as
select number, scheme, m_shape(number, gap) as shape
from (select distinct number, scheme, regexp_extract(number, '[*…](.*[*…])?') as gap from m_watched_number);

create or replace temp table m_said_shape as
select number, scheme, m_shape(number, gap) as shape
from (select number, scheme, regexp_extract(number, '[*…](.*[*…])?') as gap from m_said_number);
