-- Who the people and companies of the findings are, by what their own records say; numbers as evidence masks them, and so is what
-- stands in the column of credit codes and is none: it may be somebody's number.
-- in:    std_officers, std_related_parties, std_<masters> (where delivered), identifier
-- out:   f_officer(officer_id, who), f_related(officer_id, related_id, who), f_party(party_table, group_id, party_id, who)
-- grain: one officer, one related party of an officer, one counterparty
create or replace temp macro f_shown(number) as
    case
        when length(number) >= 12 then left(number, 4) || repeat('*', length(number) - 8) || right(number, 4)
        when length(number) >= 6 then left(number, 2) || repeat('*', length(number) - 4) || right(number, 2)
        else repeat('*', length(number))
    end;
create or replace temp macro f_listed(texts) as nullif(array_to_string(list_sort(list_distinct(texts)), ' / '), '');

create or replace temp view f_number as
select value, any_value(norm) as norm, bool_or(scheme = 'uscc' and is_valid) as is_code from identifier group by value;

create or replace temp table f_officer as
select officer_id, concat_ws(', ', f_listed(list(name)), f_listed(list(f_shown(coalesce(n.norm, id_number)))),
    f_listed(list(year(birth_date)::varchar))) as who
from f_officers left join f_number as n on n.value = id_number
group by officer_id;

create or replace temp table f_related as
select officer_id, related_id, concat_ws(', ', f_listed(list(name)), f_listed(list(f_shown(coalesce(n.norm, id_number)))),
    f_listed(list(year(birth_date)::varchar))) as who
from f_related_parties left join f_number as n on n.value = id_number
group by officer_id, related_id;

create or replace temp table f_party as
select party_table, group_id, party_id, concat_ws(', ', f_listed(list(name)),
    f_listed(list(case when u.is_code then u.norm else f_shown(coalesce(u.norm, uscc)) end)),
    f_listed(list(f_shown(coalesce(n.norm, id_number))))) as who
from f_master left join f_number as u on u.value = uscc left join f_number as n on n.value = id_number
group by party_table, group_id, party_id;
