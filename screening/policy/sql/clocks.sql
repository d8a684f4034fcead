-- in:    std_officers, dealing, tie
--        $as_of; $since (first day of the look-back); $on_file (day on which the roster was true);
--        $office_back, $office_ahead, $link_back, $link_ahead: months for which an office or a link still counts after its end, or
--        counts already before its beginning; $office_back_of (classes of office that count after their end, null = all);
--        $promulgated_on (null where unknown)
-- out:   policy_office       one appointment as an interval; widened by the months given
--        policy_dealing      one dealing as an interval; counts: it ends inside the look-back and has begun
--        policy_life         one tie as an interval; ties of a related party last no longer than the relation does
--        policy_alone        one tie that needs no dealing x one appointment: what both have in common
--        policy_coincidence  one tie x one appointment in the tie's group: what office, link and dealings have in common
-- Bounds: 0001-01-01 = no lower bound, 9999-12-31 = open. A proven interval that is unknown begins at the upper bound.
-- Nothing after $as_of is known.

create or replace temp table policy_office as
select
    record_id as office_id,
    officer_id,
    group_id,
    entity_id,
    position,
    position_class,
    term_start_hi as began,
    coalesce(cast(term_start_hi - to_months($office_ahead) as date), $on_file) as proven_from,
    coalesce(cast(term_end + to_months(back) as date), date '9999-12-31') as proven_to,
    coalesce(cast(term_start - to_months($office_ahead) as date), date '0001-01-01') as possible_from,
    coalesce(cast(term_end_hi + to_months(back) as date), date '9999-12-31') as possible_to,
    coalesce(
        term_start_hi <= cast($promulgated_on as date)
        and coalesce(term_end, date '9999-12-31') > cast($promulgated_on as date),
        false
    ) as at_promulgation
from (
    select *, case
        when position_class is not null and not list_contains(cast($office_back_of as varchar[]), position_class) then 0
        else cast($office_back as integer)
    end as back
    from std_officers
);

create or replace temp table policy_dealing as
select
    group_id,
    party_table,
    party_id,
    case basis
        when 'transaction' then 0 when 'contract' then 1 when 'bid' then 2 when 'registered_only' then 3 else 4
    end as basis_rank,
    entity_id,
    requester_officer,
    approver_officer,
    coalesce(proven_from, date '9999-12-31') as proven_from,
    coalesce(proven_to, date '9999-12-31') as proven_to,
    coalesce(possible_from, date '0001-01-01') as possible_from,
    coalesce(possible_to, date '9999-12-31') as possible_to,
    coalesce(possible_to > $since, true) as counts,
    coalesce(proven_to > $since, true) as counts_surely
from dealing
where coalesce(possible_from, date '0001-01-01') <= $as_of;

create or replace temp table policy_life as
with dated as (
    select
        tie_id, officer_id, related_id, group_id, party_table, party_id, kind,
        case when proven_from > date '0002-01-01' then cast(proven_from - to_months($link_ahead) as date)
            else coalesce(proven_from, date '9999-12-31') end as proven_from,
        coalesce(cast(proven_to + to_months($link_back) as date), date '9999-12-31') as proven_to,
        coalesce(cast(possible_from - to_months($link_ahead) as date), date '0001-01-01') as possible_from,
        coalesce(cast(possible_to + to_months($link_back) as date), date '9999-12-31') as possible_to
    from tie
    -- a gift given before the look-back began is as far away as a dealing of that day
    where kind not in ('attribute', 'tip') and (kind <> 'gift' or coalesce(possible_to > $since, true))
    union all
    -- a shared value has no dates: it counts for as long as it may have lasted, which a role too weak for a rule says of itself
    select
        tie_id, officer_id, related_id, group_id, party_table, party_id, kind,
        coalesce(possible_from, date '0001-01-01'), coalesce(possible_to, date '9999-12-31'),
        coalesce(possible_from, date '0001-01-01'), coalesce(possible_to, date '9999-12-31')
    from tie
    where kind = 'attribute'
    union all
    -- what a report alleges has no dates either, but an old report, and whoever left before the look-back, are history
    select
        tie_id, officer_id, related_id, group_id, party_table, party_id, kind,
        $since, date '9999-12-31', $since, date '9999-12-31'
    from tie
    where kind = 'tip' and greatest(event_on, proven_from) >= $since
)
select * from dated where officer_id is not null;

-- Competing with the group, and what a report alleges without a counterparty of ours, need no dealing to coincide with.
create or replace temp table policy_alone as
select
    life.tie_id,
    office.office_id,
    greatest(life.proven_from, office.proven_from) as proven_from,
    least(life.proven_to, office.proven_to, $as_of + 1) as proven_to,
    greatest(life.possible_from, office.possible_from) as possible_from,
    least(life.possible_to, office.possible_to, $as_of + 1) as possible_to
from policy_life as life
inner join policy_office as office using (officer_id, group_id)
where life.kind = 'same_line' or life.party_table is null;

create or replace temp table policy_coincidence as
with laid as (
    select
        life.tie_id,
        office.office_id,
        office.entity_id as office_entity,
        dealing.entity_id as dealing_entity,
        dealing.basis_rank,
        dealing.counts,
        dealing.counts_surely,
        -- a gift needs dealings in the look-back, not on its very day
        greatest(
            life.proven_from, office.proven_from,
            case when life.kind = 'gift' and dealing.counts_surely then date '0001-01-01' else dealing.proven_from end
        ) as proven_from,
        least(
            life.proven_to, office.proven_to,
            case when life.kind = 'gift' and dealing.counts_surely then date '9999-12-31' else dealing.proven_to end,
            $as_of + 1
        ) as proven_to,
        greatest(
            life.possible_from, office.possible_from,
            case when life.kind = 'gift' and dealing.counts then date '0001-01-01' else dealing.possible_from end
        ) as possible_from,
        least(
            life.possible_to, office.possible_to,
            case when life.kind = 'gift' and dealing.counts then date '9999-12-31' else dealing.possible_to end,
            $as_of + 1
        ) as possible_to,
        -- whoever is the counterparty in person, or takes a gift, knows of it; what a company of his signs, others may have signed;
        -- and whoever handles a dealing knows nothing of the link that a report alleges
        life.kind <> 'tip' and (
            coalesce(dealing.requester_officer = life.officer_id, false)
            or coalesce(dealing.approver_officer = life.officer_id, false)
            or life.kind = 'gift'
            or (life.kind = 'self' and life.related_id is null and dealing.basis_rank <= 1)
        ) as by_himself
    from policy_life as life
    inner join policy_office as office using (officer_id, group_id)
    inner join policy_dealing as dealing using (group_id, party_table, party_id)
    where life.kind <> 'same_line'
)
select
    tie_id,
    office_id,
    bool_or(counts_surely and proven_from < proven_to) as proven,
    bool_or(counts and possible_from < possible_to) as possible,
    min(proven_from) filter (where proven_from < proven_to) as first_day,
    max(proven_to - 1) filter (where proven_from < proven_to) as last_day,
    min(possible_from) filter (where counts and possible_from < possible_to) as may_begin,
    max(possible_to - 1) filter (where counts and possible_from < possible_to) as may_end,
    min(proven_from) filter (where by_himself and proven_from < proven_to) as handled_on,
    bool_or(dealing_entity = office_entity) filter (where counts and possible_from < possible_to) as entity_deals
from laid
group by tie_id, office_id
union all
select
    tie_id, office_id, proven_from < proven_to, possible_from < possible_to,
    case when proven_from < proven_to then proven_from end, case when proven_from < proven_to then proven_to - 1 end,
    possible_from, possible_to - 1, null, null
from policy_alone;
