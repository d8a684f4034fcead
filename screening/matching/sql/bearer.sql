-- in:    m_mention, m_watched_name, m_borne_number
-- out:   m_bearer(name_key, bits): what an equal name is worth in this delivery
-- grain: one folded name that stands on both sides
-- The reference table's frequency, moved by the bearers that the delivery proves distinct by their full numbers.
create or replace temp macro m_equal_bits(bits, bearers, people, pseudo) as
    least(bits, -log2(least(1.0, (pseudo * power(2.0, -bits) + greatest(coalesce(bearers, 0) - 1, 0)) / (pseudo + people))));

create or replace temp table m_bearer as
with
people as (select count(distinct number) as n from m_borne_number),
borne as (select name_key, count(distinct number) as bearers from m_borne_number group by name_key),
named as (
    select name_key, min(bits) as bits from m_mention where name_key in (select name_key from m_watched_name) group by name_key
)
select name_key, m_equal_bits(bits, bearers, (select n from people), $pseudo) as bits
from named left join borne using (name_key);
