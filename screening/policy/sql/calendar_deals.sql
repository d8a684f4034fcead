-- in:    dealing, std_transactions, policy_life, policy_office; $as_of, $since (first day of the look-back)
-- out:   documents of dealings on days on which office and link provably lasted, inside the look-back
-- grain: (tie_id, transaction)
select life.tie_id, paper.transaction_id, dealing.entity_id, dealing.proven_from as "on",
    bool_or(
        coalesce(dealing.requester_officer = life.officer_id, false)
        or coalesce(dealing.approver_officer = life.officer_id, false)
        or (life.kind = 'self' and life.related_id is null)) as by_himself
from policy_life as life
inner join policy_office as office using (officer_id, group_id)
inner join dealing using (group_id, party_table, party_id)
inner join std_transactions as paper on dealing.table_name = 'transactions' and paper.record_id = dealing.record_id
where dealing.basis in ('transaction', 'contract') and dealing.proven_from is not null
    and dealing.proven_from >= greatest(life.proven_from, office.proven_from, $since)
    and dealing.proven_from < least(life.proven_to, office.proven_to) and dealing.proven_from <= $as_of
group by all
order by life.tie_id, "on", paper.transaction_id;
