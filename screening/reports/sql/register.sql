-- The declaration register beside what was found.
-- in:  std_declarations, declared_item, finding, party, watched; $as_of
-- out: report_declaration   one declared item as it stood on the as-of date, and what became of it
--      report_declared      one declared item x one finding that it names: the naming test of the policy stage, which asks for the
--                           officer and the counterparty under any of its codes or names, not for the rule

create or replace temp table report_declared as
select distinct item.record_id, finding.finding_id
from declared_item as item
inner join finding on finding.officer_id = item.officer_id and finding.lifecycle <> 'closed'
left join party using (party_table, group_id, party_id)
where list_has_any(
        item.party_clusters,
        [
            concat_ws('/', finding.party_table, finding.group_id, finding.party_id),
            concat_ws('/', finding.party_table, finding.group_id, finding.party_cluster)
        ]
    )
    or coalesce(party.company_id = item.company_id, false);

create or replace temp table report_declaration as
with found as (
    select
        report_declared.record_id,
        list(finding_id order by finding_id) as finding_ids,
        bool_or(finding.outcome = 'candidate') as has_candidate
    from report_declared inner join finding using (finding_id)
    group by all
),
officer as (select officer_id, min(name) as name from watched where kind = 'officer' group by all)
select
    form.record_id,
    form.row,
    form.declaration_id,
    form.officer_id,
    officer.name as officer_name,
    form.kind,
    form.item,
    form.nil_return,
    form.signed,
    form.counterparty_name,
    form.related_party_name,
    form.relationship,
    form.share_pct,
    form.submitted_on,
    form.received_on,
    case when form.decided_on > $as_of then 'pending' else form.decision end as decision,
    case when form.decided_on <= $as_of then form.decided_on end as decided_on,
    form.cure_days,
    case when form.feedback_on <= $as_of then form.feedback_on end as feedback_on,
    case when form.cured_on <= $as_of then form.cured_on end as cured_on,
    case when form.withdrawn_on <= $as_of then form.withdrawn_on end as withdrawn_on,
    item.party_clusters,
    item.company_id,
    coalesce(found.finding_ids, []) as finding_ids,
    case
        when officer.officer_id is null then 'officer_unknown'
        when form.submitted_on > $as_of then 'not_yet'
        when form.signed is not distinct from false then 'unsigned'
        when form.nil_return then 'nil_return'
        when found.has_candidate then 'candidate'
        when found.record_id is not null then 'settled'
        when form.counterparty_name is null and form.counterparty_uscc is null then 'names_nobody'
        when len(item.party_clusters) > 0 then 'no_link'
        else 'no_party'
    end as met
from std_declarations as form
inner join declared_item as item using (record_id)
left join found using (record_id)
left join officer on officer.officer_id = form.officer_id;
