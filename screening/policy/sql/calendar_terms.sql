-- in:    std_officers; $on_file (day on which the roster was true)
-- out:   one row per appointment: bounds of the term itself, without the months that former officers stay covered
-- grain: one appointment. 0001-01-01 = no lower bound, 9999-12-31 = open
select officer_id, group_id, entity_id, position_class,
    coalesce(term_start_hi, $on_file) as proven_from,
    coalesce(term_end, date '9999-12-31') as proven_to,
    coalesce(term_start, date '0001-01-01') as possible_from,
    coalesce(term_end_hi, date '9999-12-31') as possible_to
from std_officers
order by officer_id, proven_from, entity_id, position_class, record_id;
