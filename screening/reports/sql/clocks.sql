-- The three clocks of every open candidate: terms of office, life of the link, dealings.
-- in:  report_candidate (the grain of the candidates of one side of the wall), tie, dealing, std_officers,
--      report_entity (names of group entities)
-- out: report_office     one appointment of a candidate's officer
--      report_link       one tie of a candidate's grain, without its identity
--      report_dealing    one interval of business with a candidate's counterparty, or the number of documents in a month
-- Bounds as in internal.py: null in possible_from = no lower bound, null in a _to = open, null in proven_from = nothing proven.

create or replace temp table report_office as
select distinct
    officer.officer_id, officer.group_id, officer.position, coalesce(entity.name, officer.entity_id) as entity,
    officer.term_start as possible_from, officer.term_start_hi as proven_from,
    officer.term_end as proven_to, officer.term_end_hi as possible_to
from std_officers as officer
left join report_entity as entity using (entity_id, group_id)
where officer.officer_id in (select officer_id from report_candidate);

create or replace temp table report_link as
select distinct
    tie.group_id, tie.officer_id, tie.related_id, tie.party_table, tie.party_id, tie.kind, tie.detail, tie.share_pct,
    coalesce(tie.possible_from, tie.event_on) as possible_from, coalesce(tie.proven_from, tie.event_on) as proven_from,
    tie.proven_to, tie.possible_to
from tie
inner join report_candidate as candidate
    on candidate.group_id = tie.group_id
        and candidate.officer_id is not distinct from tie.officer_id
        and candidate.related_id is not distinct from tie.related_id
        and candidate.party_table is not distinct from tie.party_table
        and candidate.party_id is not distinct from tie.party_id
where tie.kind <> 'attribute';

create or replace temp table report_dealing as
with mine as (
    select dealing.* from dealing
    where (group_id, party_table, party_id) in (select (group_id, party_table, party_id) from report_candidate)
        and coalesce(possible_from, date '0001-01-01') <= $as_of
)
select
    group_id, party_table, party_id, basis, null as month, count(*) as documents, min(possible_from) as possible_from,
    min(proven_from) as proven_from, max(proven_to) as proven_to, max(possible_to) as possible_to
from mine
where basis in ('registered_only', 'competition')
group by all
union all
select
    group_id, party_table, party_id, basis, cast(date_trunc('month', possible_from) as date) as month, count(*) as documents,
    null, null, null, null
from mine
where basis not in ('registered_only', 'competition') and possible_from is not null
group by all;
